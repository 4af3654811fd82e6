#include <gtest/gtest.h>

#include <algorithm>

#include "detection_support.h"

namespace handoff {
namespace {

bool asks_for_a_person(std::string_view text) {
  const Verdict verdict = judge(text);
  return std::any_of(verdict.signals.begin(), verdict.signals.end(),
                     [](const Signal& s) { return s.reason == Reason::kUserRequest && s.fires; });
}

class MustFire : public testing::TestWithParam<const char*> {};
TEST_P(MustFire, asks_for_a_person) { EXPECT_TRUE(asks_for_a_person(GetParam())) << GetParam(); }

class MustNotFire : public testing::TestWithParam<const char*> {};
TEST_P(MustNotFire, does_not_ask_for_a_person) {
  EXPECT_FALSE(asks_for_a_person(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    English, MustFire,
    testing::Values("I want to talk to a human, please", "agent", "AGENT!!!", "human please",
                    "get me a real person", "can someone call me back", "please call me",
                    "call me at 5pm", "call me 0722123456", "stop, I don't want a bot",
                    "I'm not talking to a bot", "no more robots please",
                    "Hi. My order is late. Agent please.", "can you connect me to an agnet?",
                    "I need to spaek to a human", "Is there a human I can talk to?",
                    "transfer me to sales", "let me talk to your manager", "someone real please",
                    "how do I talk to a human", "are you able to put me through to an operator?",
                    "I don't want to talk to a bot I want a human",
                    "why can't I speak to a person?",
                    "I spoke to an agent yesterday and I want to talk to a human again",
                    "customer service", "I've been trying to reach a human since yesterday",
                    "I neeeeed a human", "my parcel is lost but I would rather speak with somebody",
                    "can I talk to someone about my bill", "request a callback",
                    "have someone contact me", "give me a call tomorrow", "live agent",
                    "please escalate this to a supervisor",
                    "don\xE2\x80\x99t want a robot, get me a person"));

INSTANTIATE_TEST_SUITE_P(
    Romanian, MustFire,
    testing::Values(
        "vreau să vorbesc cu un om, vă rog", "vreau sa vorbesc cu un om va rog",
        "VREAU SĂ VORBESC CU UN OM!!!", "vreau s\xC4\x83 vorbesc cu un operator \xC5\x9Fi gata",
        "operator va rog", "sunați-mă vă rog", "dați-mi un operator",
        "puteți să mă sunați la 0722123456?", "nu vreau robot, vreau om",
        "m-am săturat de robotul asta, vreau un om", "aș dori să discut cu cineva de la vânzări",
        "ma puteti pune in legatura cu un coleg?", "se poate sa vorbesc cu cineva?",
        "vreau sa fiu contactat telefonic", "cineva real va rog",
        "pot vorbi si eu cu un operator uman", "vb cu un om pls", "as vrea un om real",
        "exista vreun om pe aici?", "poate prelua un coleg conversatia?", "aveti operator?",
        "de ce nu pot vorbi cu un om", "nu merge nimic, dar vreau sa vorbesc cu o persoana",
        "conectați-mă la un agent", "trimite-mă la un operetor", "vreau sa discut cu managerul",
        "bună ziua, aș vrea să iau legătura cu un consultant", "stop bot", "I want un operator",
        "transfera-ma la departamentul vanzari", "sună-mă mâine"));

INSTANTIATE_TEST_SUITE_P(
    English, MustNotFire,
    testing::Values(
        "are you a bot?", "am I talking to a human or a bot?", "is this a real person?",
        "I don't want to talk to a human", "I don't need an agent", "no need for a human, thanks",
        "please don't call me", "I spoke to an agent yesterday",
        "I already talked to an agent yesterday", "an agent helped me yesterday",
        "how do I add an agent to my account", "how do I add an operator", "a human resources job",
        "do you hire agents", "call me Anna", "my friends call me Bob",
        "price for two persons per person", "how many people work there", "what is a user agent?",
        "can someone help me unblock my pin?", "someone stole my card", "I am not a robot",
        "talk about your prices", "can you speak french", "my son is a manager",
        "call center software price", "can my customers talk to a human through your widget?",
        "can I transfer money to someone?", "what are the opening hours", "I want a robot vacuum",
        "I need to change my personal details", "the contract is urgent", "your sales tax is wrong",
        "I need my billing address changed", "hello", ""));

INSTANTIATE_TEST_SUITE_P(
    Romanian, MustNotFire,
    testing::Values("esti robot?", "ești om?", "vorbesc cu un om?", "sunteți om sau robot?",
                    "nu vreau să vorbesc cu un om", "nu am nevoie de operator",
                    "nu mă sunați vă rog", "un agent m-a ajutat ieri",
                    "am vorbit ieri cu un operator", "ce face un agent imobiliar",
                    "angajați operatori?", "persoana de contact", "cineva mi-a folosit cardul",
                    "cât costă un robot de bucătărie", "vreau un robot de bucatarie",
                    "ce program aveți", "ma suna mereu un numar necunoscut", "vreau un telefon nou",
                    "pret pentru doua persoane", "email resurse umane", "nu ai inteles intrebarea",
                    "unde este comanda mea", "bună ziua", "cum adaug un operator",
                    "contract pentru persoana fizica"));

TEST(Requests, cite_the_words_that_ask) {
  const Verdict verdict = judge("As vrea să vorbesc cu un om, vă rog");
  ASSERT_NE(verdict.deciding(), nullptr);
  EXPECT_EQ(verdict.deciding()->rule, "request.talk_to_person");
  EXPECT_EQ(verdict.deciding()->evidence, (std::vector<Evidence>{{8, 28, "să vorbesc cu un om"}}));
}

TEST(Requests, name_the_rule) {
  EXPECT_EQ(judge("call me back").deciding()->rule, "request.callback");
  EXPECT_EQ(judge("I don't want a bot").deciding()->rule, "request.refuse_bot");
  EXPECT_EQ(judge("put me through to the billing department").deciding()->rule,
            "request.department");
  EXPECT_EQ(judge("operator").deciding()->rule, "request.person_alone");
  EXPECT_EQ(judge("give me a human").deciding()->rule, "request.want_person");
}

TEST(Requests, list_a_doubtful_request_without_firing) {
  TriggerSettings settings;
  settings.user_request.threshold = 99;
  const Verdict verdict = judge("sales", settings);
  EXPECT_EQ(verdict.decision, Decision::kContinue);
  ASSERT_NE(signal_of(verdict, Reason::kUserRequest), nullptr);
  EXPECT_FALSE(signal_of(verdict, Reason::kUserRequest)->fires);
}

TEST(Requests, follow_the_threshold) {
  TriggerSettings settings;
  settings.user_request.threshold = 40;
  EXPECT_EQ(judge("sales", settings).decision, Decision::kHandoff);
  settings.user_request.threshold = 100;
  EXPECT_EQ(judge("I want to talk to a human", settings).decision, Decision::kContinue);
}

TEST(Requests, are_not_computed_when_switched_off) {
  TriggerSettings settings;
  settings.user_request.enabled = false;
  EXPECT_TRUE(judge("I want to talk to a human", settings).signals.empty());
}

TEST(Requests, take_a_yes_after_the_ai_offered_a_person) {
  const Verdict yes = judge({visitor("it is still broken"),
                             ai("Would you like to talk to a human?"), visitor("yes please")});
  EXPECT_EQ(yes.deciding()->rule, "request.accepted_offer");
  EXPECT_EQ(
      judge({visitor("x"), ai("Doriți să vorbiți cu un coleg?"), visitor("da, vă rog")}).decision,
      Decision::kHandoff);
  EXPECT_EQ(judge({visitor("x"), ai("Would you like to talk to a human?"), visitor("no thanks")})
                .decision,
            Decision::kContinue);
  EXPECT_EQ(judge({visitor("x"), ai("Is it the blue one?"), visitor("yes")}).decision,
            Decision::kContinue);
}

}  // namespace
}  // namespace handoff
