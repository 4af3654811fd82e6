#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "handoff/settings_json.h"

/// Whole settings files, as people write them.
namespace handoff {
namespace {

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(HANDOFF_FIXTURES) + "/settings/" + name);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string lines(const std::vector<FieldError>& errors) {
  std::string out;
  for (const auto& error : errors) out += error.path + ": " + error.message + "\n";
  return out;
}

TEST(SettingsFile, reads_the_short_example_with_its_comment) {
  const auto read = read_settings(fixture("snippet.json"));
  EXPECT_EQ(lines(read.errors), "");
  const auto& hours = read.settings.availability;
  EXPECT_EQ(hours.timezone, "Europe/Bucharest");
  EXPECT_TRUE(hours.has_hours);
  EXPECT_EQ(hours.week[0], (std::vector<DayInterval>{{9 * 60, 18 * 60}}));
  EXPECT_TRUE(hours.week[6].empty());
  EXPECT_EQ(read.settings.offline_message.in("ro").substr(0, 8), "Our team");
}

TEST(SettingsFile, reads_every_key_there_is) {
  const auto read = read_settings(fixture("full.json"));
  EXPECT_EQ(lines(read.errors), "");
  const auto& settings = read.settings;
  EXPECT_EQ(settings.site.origins.size(), 2u);
  EXPECT_EQ(settings.site.url, "https://handoff.acme.example");
  EXPECT_EQ(settings.availability.exceptions.size(), 5u);
  EXPECT_EQ(settings.triggers.keywords[1].action, TriggerAction::kOffer);
  EXPECT_EQ(settings.triggers.high_value_lead.attributes[1].values.size(), 2u);
  EXPECT_EQ(settings.messages.callback.in("pt-BR"), "Ligamos até {due}.");
  EXPECT_EQ(settings.callback.ask.back(), ContactField::kPhone);
  EXPECT_EQ(settings.ai.provider, AiSettings::Provider::kOpenai);
  EXPECT_EQ(settings.notifications.email->from, "Acme <support@acme.example>");
  EXPECT_EQ(settings.notifications.whatsapp->to.front(), "+40700000000");
  EXPECT_EQ(settings.notifications.webhooks[0].format, WebhookSettings::Format::kHandoff);
  EXPECT_EQ(settings.notifications.webhooks[1].format, WebhookSettings::Format::kSlack);
  EXPECT_EQ(settings.notifications.push_hosts, std::vector<std::string>{"push.acme.example"});
  EXPECT_EQ(settings.notifications.ladder.front().after_seconds, 0);
  EXPECT_EQ(settings.outbound_private_cidrs.size(), 2u);
  EXPECT_EQ(settings.limits.trusted_proxies.size(), 1u);
}

TEST(SettingsFile, an_empty_object_means_the_defaults) {
  const auto read = read_settings("{}");
  EXPECT_EQ(lines(read.errors), "");
  const auto& settings = read.settings;
  EXPECT_FALSE(settings.availability.has_hours);
  EXPECT_TRUE(settings.triggers.user_request.enabled);
  EXPECT_EQ(settings.triggers.low_confidence.offer_below, 55);
  EXPECT_EQ(settings.callback.within, std::chrono::hours(4));
  EXPECT_EQ(settings.ai.provider, AiSettings::Provider::kBuiltin);
  EXPECT_EQ(settings.notifications.ladder.size(), 2u);
  EXPECT_EQ(settings.limits.body_bytes, 65536);
}

TEST(SettingsFile, reports_every_error_at_once) {
  EXPECT_EQ(lines(read_settings(fixture("broken.json")).errors), fixture("broken.txt"));
}

TEST(SettingsFile, takes_a_byte_order_mark) {
  EXPECT_EQ(lines(read_settings("\xEF\xBB\xBF{}").errors), "");
}

TEST(SettingsFile, says_where_the_text_stops_being_json) {
  const auto errors = read_settings("{\n  \"site\": {},\n}").errors;
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_NE(lines(errors).find("line 3, column 1"), std::string::npos) << lines(errors);
  EXPECT_NE(lines(errors).find("is accepted"), std::string::npos);
}

TEST(SettingsFile, refuses_a_key_that_stands_twice) {
  const auto errors = read_settings(R"({"site": {"name": "A", "name": "B"}})").errors;
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].path, "site.name");
}

TEST(SettingsFile, refuses_what_is_not_an_object) {
  for (const char* text : {"[]", "5", "\"x\"", "null", ""}) {
    EXPECT_EQ(read_settings(text).errors.size(), 1u) << text;
  }
}

TEST(SettingsFile, writes_triggers_that_read_the_same) {
  const auto first = read_settings(fixture("full.json"));
  std::vector<FieldError> errors;
  const Json written = triggers_json(first.settings.triggers);
  const auto again = read_triggers(written, "triggers", errors);
  EXPECT_EQ(lines(errors), "");
  EXPECT_EQ(dump_json(triggers_json(again)), dump_json(written));
  EXPECT_EQ(dump_json(triggers_json(TriggerSettings{})),
            R"({"user_request":{"enabled":true,"threshold":0.5},)"
            R"("low_confidence":{"enabled":true,"threshold":0.35,"offer_below":0.55},)"
            R"("negative_sentiment":{"enabled":true,"threshold":0.6,"messages":2},"keywords":[],)"
            R"("failed_attempts":{"enabled":true,"count":3},)"
            R"("complaint":{"enabled":true,"threshold":0.5},)"
            R"("technical_issue":{"enabled":true,"threshold":0.6,"action":"offer"},)"
            R"("high_value_lead":{"enabled":true,"threshold":0.6,"attributes":[]}})");
}

TEST(LocalizedText, falls_back_from_locale_to_language_to_english_to_any) {
  const LocalizedText text{{{"en", "e"}, {"pt", "p"}, {"pt-BR", "b"}}};
  EXPECT_EQ(text.in("pt-BR"), "b");
  EXPECT_EQ(text.in("pt-PT"), "p");
  EXPECT_EQ(text.in("ro"), "e");
  EXPECT_EQ((LocalizedText{{{"ro", "r"}}}).in("de"), "r");
  EXPECT_EQ((LocalizedText{{{"", "plain"}}}).in("de"), "plain");
  EXPECT_EQ(LocalizedText{}.in("en"), "");
}

}  // namespace
}  // namespace handoff
