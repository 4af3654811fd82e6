#include <gtest/gtest.h>

#include <algorithm>

#include "detection_support.h"

namespace handoff {
namespace {

TEST(Complaint, fires_on_formal_and_on_plain_grievances) {
  for (const char* text :
       {"I want to file a complaint", "your driver was rude", "I was charged twice",
        "my parcel arrived damaged", "I will sue you", "vreau să fac o plângere", "reclam la ANPC",
        "vreau banii înapoi", "nu mi-ați trimis coletul", "curierul a fost nepoliticos"}) {
    const Verdict verdict = judge(text);
    const Signal* signal = signal_of(verdict, Reason::kComplaint);
    EXPECT_TRUE(signal != nullptr && signal->fires) << text;
  }
  for (const char* text :
       {"what is your money back policy", "I don't want to file a complaint", "cum fac un retur"}) {
    const Verdict verdict = judge(text);
    const Signal* signal = signal_of(verdict, Reason::kComplaint);
    EXPECT_TRUE(signal == nullptr || !signal->fires) << text;
  }
}

TEST(Technical, offers_a_person_for_errors_and_broken_things) {
  for (const char* text :
       {"the app crashes when I log in", "I get error 500 from your API",
        "java.lang.NullPointerException at com.acme.Main", "login does not work",
        "Traceback (most recent call last)", "aplicația nu se deschide",
        "primesc eroare 404 pe pagină", "0x80070005", "webhook signature invalid"}) {
    EXPECT_EQ(judge(text).decision, Decision::kOffer) << text;
    EXPECT_EQ(judge(text).reason, Reason::kTechnicalIssue) << text;
  }
  const Verdict question = judge("where is the login page");
  const Signal* signal = signal_of(question, Reason::kTechnicalIssue);
  EXPECT_TRUE(signal == nullptr || !signal->fires);
}

TEST(Technical, hands_off_when_told_to) {
  TriggerSettings settings;
  settings.technical_issue.action = TriggerAction::kHandoff;
  EXPECT_EQ(judge("the app crashes when I log in", settings).decision, Decision::kHandoff);
}

TEST(Lead, fires_on_big_buyers_and_not_on_a_plain_price_question) {
  for (const char* text :
       {"we need a quote for 200 users", "how much does the enterprise plan cost", "I want a demo",
        "do you have a reseller program", "ofertă de preț pentru 50 de licențe", "vreau un demo",
        "suntem o firmă interesată de produs"}) {
    const Verdict verdict = judge(text);
    const Signal* signal = signal_of(verdict, Reason::kHighValueLead);
    EXPECT_TRUE(signal != nullptr && signal->fires) << text;
  }
  const Verdict plain = judge("how much is it");
  const Signal* signal = signal_of(plain, Reason::kHighValueLead);
  EXPECT_TRUE(signal == nullptr || !signal->fires);
}

bool meets(LeadAttribute condition, Attributes attributes) {
  TriggerSettings settings;
  settings.high_value_lead.attributes = {std::move(condition)};
  return judge({visitor("hello")}, settings, std::move(attributes)).reason ==
         Reason::kHighValueLead;
}

TEST(Lead, compares_attributes_with_every_operator) {
  using Op = LeadAttribute::Op;
  using Values = std::vector<AttributeValue>;
  const Attributes known = {{"plan", std::string("Enterprise")}, {"seats", 50.0}, {"vip", true}};
  EXPECT_TRUE(meets({"plan", Op::kEq, Values{std::string("enterprise")}}, known));
  EXPECT_FALSE(meets({"plan", Op::kNe, Values{std::string("enterprise")}}, known));
  EXPECT_TRUE(
      meets({"plan", Op::kIn, Values{std::string("team"), std::string("enterprise")}}, known));
  EXPECT_TRUE(meets({"plan", Op::kContains, Values{std::string("prise")}}, known));
  EXPECT_TRUE(meets({"seats", Op::kGt, Values{49.0}}, known));
  EXPECT_FALSE(meets({"seats", Op::kGt, Values{50.0}}, known));
  EXPECT_TRUE(meets({"seats", Op::kGte, Values{50.0}}, known));
  EXPECT_FALSE(meets({"seats", Op::kLt, Values{50.0}}, known));
  EXPECT_TRUE(meets({"seats", Op::kLte, Values{50.0}}, known));
  EXPECT_FALSE(meets({"plan", Op::kGt, Values{1.0}}, known))
      << "a text is not greater than a number";
  EXPECT_TRUE(meets({"vip", Op::kExists, {}}, known));
  EXPECT_TRUE(meets({"vip", Op::kEq, Values{true}}, known));
  EXPECT_FALSE(meets({"country", Op::kNe, Values{std::string("ro")}}, known))
      << "what is not known meets nothing";
}

Decision with_keyword(KeywordTrigger keyword, std::string_view text) {
  TriggerSettings settings;
  settings.keywords = {std::move(keyword)};
  return judge(text, settings).decision;
}

TEST(Keyword, matches_as_it_is_told) {
  using Match = KeywordTrigger::Match;
  EXPECT_EQ(with_keyword({"Refund", Match::kWord}, "my REFUND?"), Decision::kHandoff);
  EXPECT_EQ(with_keyword({"refund", Match::kWord}, "refunded"), Decision::kContinue);
  EXPECT_EQ(with_keyword({"refund", Match::kPrefix}, "refundable"), Decision::kHandoff);
  EXPECT_EQ(with_keyword({"cancel my plan", Match::kPhrase}, "now cancel, my plan"),
            Decision::kHandoff);
  EXPECT_EQ(with_keyword({"cancel my plan", Match::kPhrase}, "cancel the plan"),
            Decision::kContinue);
  EXPECT_EQ(with_keyword({"stop", Match::kExact}, "Stop!"), Decision::kHandoff);
  EXPECT_EQ(with_keyword({"stop", Match::kExact}, "stop it"), Decision::kContinue);
  EXPECT_EQ(with_keyword({"anulare", Match::kWord, TriggerAction::kOffer}, "vreau ANULARE"),
            Decision::kOffer);
  EXPECT_EQ(with_keyword({"退款", Match::kWord}, "我要退款"), Decision::kHandoff);
}

TEST(Keyword, counts_only_in_its_languages) {
  const KeywordTrigger only_romanian = {
      "retur", KeywordTrigger::Match::kWord, TriggerAction::kHandoff, {"ro"}};
  EXPECT_EQ(with_keyword(only_romanian, "vreau un retur"), Decision::kHandoff);
  EXPECT_EQ(with_keyword(only_romanian, "what is the retur policy"), Decision::kContinue);
}

TEST(Keyword, a_thousand_made_of_each_other_stay_affordable) {
  TriggerSettings settings;
  std::string phrase;
  for (int i = 0; i < 1000; ++i)
    settings.keywords.push_back({.phrase = phrase += (i == 0 ? "x" : " x")});
  std::string text;
  while (text.size() < 65536) text += "x ";
  const Verdict verdict = judge(text, settings);
  EXPECT_LE(std::count_if(verdict.signals.begin(), verdict.signals.end(),
                          [](const Signal& s) { return s.reason == Reason::kKeyword; }),
            1000);
}

}  // namespace
}  // namespace handoff
