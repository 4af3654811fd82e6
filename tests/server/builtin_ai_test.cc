#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "ai/builtin_responder.h"
#include "ai/knowledge_folder.h"

namespace handoff {
namespace {

const BuiltinResponder& shop() {
  static const BuiltinResponder responder([] {
    auto articles = load_articles(HANDOFF_KNOWLEDGE);
    EXPECT_TRUE(articles.ok()) << articles.error().message;
    return std::move(articles).value();
  }());
  return responder;
}

Answer ask(const std::string& text, const std::string& locale = "en") {
  return shop().answer({.text = text, .locale = locale});
}

struct Case {
  const char* question;
  const char* slug;
  const char* words;  ///< that the answer has to contain
};

void expect_answers(const std::vector<Case>& cases, const std::string& locale) {
  for (const Case& c : cases) {
    const Answer answer = ask(c.question, locale);
    ASSERT_EQ(answer.kind, AnswerKind::kAnswered) << c.question << " -> " << answer.confidence;
    ASSERT_EQ(answer.sources.size(), 1u);
    EXPECT_EQ(answer.sources[0].slug, c.slug) << c.question << " -> " << answer.text;
    EXPECT_NE(answer.text.find(c.words), std::string::npos) << c.question << " -> " << answer.text;
    EXPECT_GE(answer.confidence, 55) << c.question;
  }
}

TEST(BuiltinAi, finds_the_article_for_english_questions) {
  expect_answers(
      {
          {"When are you open?", "hours", "9:00 to 18:00"},
          {"Hi! Are you open on Sunday?", "hours", "Sunday"},
          {"where is your shop", "hours", "12 Mill Street"},
          {"How long does delivery take?", "delivery", "3 to 5 working days"},
          {"what does shipping cost", "delivery", "18 lei"},
          {"Do you ship abroad?", "delivery", "Bulgaria"},
          {"How can I return something I ordered?", "returns", "30 days"},
          {"when will I get my money back", "returns", "5 working days"},
          {"How long is the warranty on the frame?", "warranty", "5 years"},
          {"does the warranty cover brake pads?", "warranty", "wear"},
          {"how much to fix a flat tyre", "repairs", "45 lei"},
          {"How much is a full service?", "repairs", "280 lei"},
          {"How long does a repair take?", "repairs", "2 working days"},
          {"I am 180 cm tall, which frame size do I need?", "sizes", "L"},
          {"Can I pay in instalments?", "payment", "3 or 6 instalments"},
          {"do you take apple pay", "payment", "Apple Pay"},
          {"Can I test ride a bike?", "test-rides", "45 minutes"},
          {"I need an invoice for my company", "invoices", "tax number"},
          {"can you store my bike over the winter?", "storage", "heated room"},
          {"how much does it cost to rent a bike for a day", "rental", "60 lei"},
          {"What is the range of an ebike battery?", "electric-bikes", "60 to 100"},
          {"Do you have gift cards?", "gift-cards", "100, 250 or 500"},
          {"do you buy used bikes?", "trade-in", "old bike"},
          {"Can I cancel my order?", "orders", "cancelled until"},
      },
      "en");
}

TEST(BuiltinAi, finds_the_article_for_romanian_questions_with_and_without_diacritics) {
  expect_answers(
      {
          {"Când sunteți deschiși?", "hours", "9:00 și 18:00"},
          {"sunteti deschisi duminica?", "hours", "Duminica"},
          {"unde va gasesc?", "hours", "Morii"},
          {"Cât durează livrarea?", "delivery", "3-5 zile"},
          {"cat costa livrarea", "delivery", "18 lei"},
          {"livrati si in strainatate?", "delivery", "Bulgaria"},
          {"Cum pot returna un produs?", "returns", "30 de zile"},
          {"cand primesc banii inapoi", "returns", "5 zile"},
          {"Ce garanție are cadrul?", "warranty", "5 ani"},
          {"cat costa sa reparati o pana?", "repairs", "45 lei"},
          {"Cât costă o revizie completă?", "repairs", "280 lei"},
          {"cat dureaza o reparatie", "repairs", "2 zile"},
          {"ce marime de cadru imi trebuie? am 180 cm inaltime", "sizes", "L"},
          {"Se poate plăti în rate?", "payment", "3 sau 6 rate"},
          {"pot plati ramburs la curier", "payment", "ramburs"},
          {"pot proba o bicicleta?", "test-rides", "45 de minute"},
          {"Am nevoie de factură pe firmă", "invoices", "codul fiscal"},
          {"depozitati biciclete iarna?", "storage", "încălzită"},
          {"cat costa sa inchiriez o bicicleta pe zi", "rental", "60 lei"},
          {"ce autonomie are o baterie electrica", "electric-bikes", "60-100"},
          {"aveti carduri cadou?", "gift-cards", "100, 250"},
          {"cumparati biciclete folosite?", "trade-in", "bicicleta veche"},
          {"pot anula comanda?", "orders", "anulată"},
      },
      "ro");
}

TEST(BuiltinAi, says_only_what_stands_in_the_article) {
  const auto articles = load_articles(HANDOFF_KNOWLEDGE);
  ASSERT_TRUE(articles.ok());
  std::string all;
  for (const Article& article : *articles) {
    for (const Section& section : split_markdown(article.body)) {
      for (const Sentence& sentence : section.sentences) all += sentence.text + "\n";
    }
  }
  for (const char* question : {"How long does delivery take?", "Where is the shop?",
                               "Can I pay in instalments?", "Cât durează o reparație?"}) {
    const auto sentences = split_sentences(ask(question).text);
    EXPECT_GE(sentences.size(), 1u);
    EXPECT_LE(sentences.size(), 4u);
    for (const std::string& sentence : sentences) {
      EXPECT_NE(all.find(sentence), std::string::npos) << sentence;
    }
  }
}

TEST(BuiltinAi, admits_what_it_does_not_know_with_low_confidence) {
  for (const char* question :
       {"What is the capital of France?", "Who won the football world cup?",
        "Do you sell electric scooters?", "Can my dog come along?", "I like bikes",
        "Is the Shimano XTR derailleur compatible with a 1993 freehub?", "asdf qwerty zxcv",
        "Do you sponsor school teams?", "write me a poem about love"}) {
    const Answer answer = ask(question);
    EXPECT_EQ(answer.kind, AnswerKind::kUnsure) << question << " -> " << answer.text;
    EXPECT_LT(answer.confidence, 35) << question;
    EXPECT_EQ(answer.text, "I do not know that. A person in our team does.") << question;
    EXPECT_TRUE(answer.sources.empty());
  }
  for (const char* question : {"Care este capitala Franței?", "vindeti trotinete?",
                               "pot veni cu cainele?", "ce parere aveti despre politica"}) {
    const Answer answer = ask(question, "ro");
    EXPECT_EQ(answer.kind, AnswerKind::kUnsure) << question << " -> " << answer.text;
    EXPECT_LT(answer.confidence, 35) << question;
    EXPECT_EQ(answer.text, "Nu știu acest lucru. Un coleg din echipă știe.");
  }
}

TEST(BuiltinAi, forgives_one_typing_mistake) {
  EXPECT_EQ(ask("how long is the waranty").sources.at(0).slug, "warranty");
  EXPECT_EQ(ask("what does delivrey cost").sources.at(0).slug, "delivery");
}

TEST(BuiltinAi, makes_small_talk_in_both_languages) {
  const std::vector<std::pair<const char*, AnswerKind>> cases = {
      {"Hello!", AnswerKind::kGreeting},
      {"hi there", AnswerKind::kGreeting},
      {"Bună ziua", AnswerKind::kGreeting},
      {"salut", AnswerKind::kGreeting},
      {"Thanks a lot!", AnswerKind::kThanks},
      {"mulțumesc frumos", AnswerKind::kThanks},
      {"ok, thank you, bye", AnswerKind::kGoodbye},
      {"la revedere", AnswerKind::kGoodbye},
      {"Are you a bot?", AnswerKind::kAbout},
      {"hi, am I talking to a real person?", AnswerKind::kAbout},
      {"esti robot?", AnswerKind::kAbout},
      {"Vorbesc cu un om?", AnswerKind::kAbout},
      {"Who are you?", AnswerKind::kAbout},
  };
  for (const auto& [text, kind] : cases) {
    const Answer answer = ask(text);
    EXPECT_EQ(answer.kind, kind) << text;
    EXPECT_EQ(answer.confidence, 100) << text;
  }
  EXPECT_NE(ask("Are you a bot?").text.find("not a human"), std::string::npos);
  EXPECT_NE(ask("sunteți robot?", "ro").text.find("nu un om"), std::string::npos);
}

TEST(BuiltinAi, a_greeting_before_a_question_does_not_hide_it) {
  EXPECT_EQ(ask("Hello, thanks for your help. How long does delivery take?").sources.at(0).slug,
            "delivery");
}

TEST(BuiltinAi, says_that_it_cannot_touch_orders) {
  for (const char* text : {"please cancel my order 1234", "I want to change my address",
                           "anulati comanda mea va rog", "refund my payment now"}) {
    const Answer answer = ask(text);
    EXPECT_EQ(answer.kind, AnswerKind::kCannot) << text << " -> " << answer.text;
    EXPECT_LT(answer.confidence, 35) << text;
  }
}

TEST(BuiltinAi, answers_in_the_language_of_the_message_not_of_the_browser) {
  EXPECT_NE(ask("Cât costă livrarea?", "en").text.find("gratuită"), std::string::npos);
  EXPECT_NE(ask("What does delivery cost?", "ro").text.find("free delivery"), std::string::npos);
}

TEST(BuiltinAi, uses_the_message_before_for_a_follow_up) {
  const Answer answer =
      shop().answer({.text = "and abroad?",
                     .recent = {{Author::kVisitor, "how long does delivery take?"},
                                {Author::kAi, "3 to 5 days"}}});
  ASSERT_EQ(answer.kind, AnswerKind::kAnswered);
  EXPECT_EQ(answer.sources.at(0).slug, "delivery");
  EXPECT_NE(answer.text.find("Bulgaria"), std::string::npos);
}

TEST(BuiltinAi, while_a_human_is_coming_it_answers_only_when_sure) {
  const auto waiting = [](const std::string& text) {
    return shop().answer({.text = text, .only_simple = true});
  };
  EXPECT_EQ(waiting("How long does delivery take?").kind, AnswerKind::kAnswered);
  for (const char* text : {"hello?", "thanks", "Can my dog come along?", "cancel my order"}) {
    const Answer answer = waiting(text);
    EXPECT_EQ(answer.kind, AnswerKind::kUnsure) << text;
    EXPECT_TRUE(answer.text.empty()) << text << " -> " << answer.text;
    EXPECT_LE(answer.confidence, 35) << text;
  }
}

TEST(BuiltinAi, says_once_that_the_human_has_left_and_never_shows_the_note) {
  const AfterHuman ana{"Ana", "promised a discount on storage"};
  const Answer english =
      shop().answer({.text = "How long does delivery take?", .after_human = ana});
  EXPECT_TRUE(english.text.starts_with("Ana has left; the AI assistant answers again.\n\n"));
  EXPECT_NE(english.text.find("3 to 5"), std::string::npos);
  EXPECT_EQ(english.text.find("discount"), std::string::npos);
  const Answer romanian =
      shop().answer({.text = "Cât durează livrarea?", .locale = "ro", .after_human = ana});
  EXPECT_TRUE(romanian.text.starts_with("Ana a ieșit din conversație;"));
  EXPECT_EQ(ask("How long does delivery take?").text.find("has left"), std::string::npos);
}

TEST(BuiltinAi, search_syntax_and_hostile_text_are_only_words) {
  for (const char* text :
       {"\"", "delivery\" OR \"1", "title:delivery AND NOT heading", "NEAR(delivery cost, 2)",
        "delivery*", "^delivery + cost", "'; DROP TABLE passages; --", "{a b} : c", "((((", "-",
        "* * *", "AND", "NOT", "OR OR OR", "\xF0\x9F\x9A\xB2\xF0\x9F\x9A\xB2", "\xC3\x28 \xFF\xFE",
        "\xE2\x80\xAE"
        "delivery",
        "%s%n%x", ""}) {
    const Answer answer = ask(text);
    EXPECT_GE(answer.confidence, 0) << text;
    EXPECT_LE(answer.confidence, 100) << text;
    EXPECT_FALSE(answer.text.empty()) << text;
  }
  EXPECT_EQ(ask("How long does delivery take?").kind, AnswerKind::kAnswered);
}

TEST(BuiltinAi, very_long_messages_are_bounded) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "word" + std::to_string(i) + " ";
  EXPECT_EQ(ask(text).kind, AnswerKind::kUnsure);
  EXPECT_EQ(ask(std::string(200000, 'a')).kind, AnswerKind::kUnsure);
  EXPECT_EQ(ask("delivery " + std::string(100000, '"')).confidence >= 0, true);
}

TEST(BuiltinAi, without_articles_it_still_speaks_honestly) {
  const BuiltinResponder empty({});
  EXPECT_EQ(empty.answer({.text = "hello"}).kind, AnswerKind::kGreeting);
  const Answer answer = empty.answer({.text = "How long does delivery take?"});
  EXPECT_EQ(answer.kind, AnswerKind::kUnsure);
  EXPECT_EQ(answer.confidence, 0);
}

TEST(BuiltinAi, a_missing_translation_is_said_openly) {
  const BuiltinResponder responder(
      {{.slug = "tandem", .locale = "en", .title = "Tandem rental", .body = "Tandems cost 90 lei."},
       {.slug = "yard", .locale = "ro", .title = "Curte", .body = "Curtea este mare."}});
  const Answer answer = responder.answer({.text = "aveti tandem?", .locale = "ro"});
  ASSERT_EQ(answer.kind, AnswerKind::kAnswered) << answer.confidence;
  EXPECT_EQ(answer.text, "Avem acest articol doar în engleză:\nTandems cost 90 lei.");
  EXPECT_EQ(answer.sources.at(0).title, "Tandem rental");
}

TEST(BuiltinAi, one_article_is_enough_to_answer_from) {
  const BuiltinResponder responder({{.slug = "refunds",
                                     .title = "Refund policy",
                                     .url = "https://acme.example/refunds",
                                     .body = "Refunds take 5 working days."}});
  const Answer answer = responder.answer({.text = "how long do refunds take?"});
  EXPECT_EQ(answer.text, "Refunds take 5 working days.");
  EXPECT_GE(answer.confidence, 55);
  EXPECT_EQ(answer.sources,
            (std::vector<Source>{{"refunds", "Refund policy", "https://acme.example/refunds"}}));
  EXPECT_LT(responder.answer({.text = "do you have a car park?"}).confidence, 35);
}

TEST(BuiltinAi, may_be_asked_from_many_threads) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(ask("How long does delivery take?").sources.at(0).slug, "delivery");
        EXPECT_EQ(ask("cat costa livrarea", "ro").sources.at(0).slug, "delivery");
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace handoff
