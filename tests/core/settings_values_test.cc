#include <gtest/gtest.h>

#include <random>

#include "handoff/settings_json.h"

/// Single values: which forms are taken and which are refused.
namespace handoff {
namespace {

/// The errors of a settings file that holds `text` at `path` (`ai.base_url`), as `path: message`
/// lines.
std::string errors_at(const std::string& path, const std::string& text) {
  std::string file = text;
  for (std::size_t end = path.size();;) {
    const auto dot = end == 0 ? std::string::npos : path.rfind('.', end - 1);
    const auto start = dot == std::string::npos ? 0 : dot + 1;
    file = "{\"" + path.substr(start, end - start) + "\": " + file + "}";
    if (start == 0) break;
    end = dot;
  }
  std::string out;
  for (const auto& error : read_settings(file).errors)
    out += error.path + ": " + error.message + "\n";
  return out;
}

void expect_taken(const std::string& path, std::initializer_list<const char*> values) {
  for (const char* value : values) EXPECT_EQ(errors_at(path, value), "") << value;
}

void expect_refused(const std::string& path, std::initializer_list<const char*> values) {
  for (const char* value : values) {
    const auto errors = errors_at(path, value);
    EXPECT_EQ(errors.substr(0, path.size()), path) << value << " gave " << errors;
  }
}

TEST(SettingsValues, times_of_the_day) {
  const std::string day = "availability.hours.monday";
  expect_taken(day,
               {R"({"start": "00:00", "end": "24:00"})", R"({"start": "23:59", "end": "00:00"})",
                R"({"start": "09:00", "end": "09:00"})", "{}", "[]", "null"});
  expect_refused(
      day, {R"({"start": "24:00", "end": "24:00"})", R"({"start": "09:60", "end": "10:00"})",
            R"({"start": "9:00", "end": "10:00"})", R"({"start": "09:00:00", "end": "10:00"})",
            R"({"start": "-1:00", "end": "10:00"})", R"({"start": 9, "end": 18})",
            R"({"start": "09:00"})", R"({"end": "09:00"})", "[[]]", "[{}]", "true", "\"\"",
            R"({"start": "09:00", "end": "10:00", "open": true})"});
}

TEST(SettingsValues, recipients_of_whatsapp) {
  const auto with = [](const std::string& to) {
    return R"({"phone_number_id": "1", "access_token": "t", "to": [")" + to + "\"]}";
  };
  for (const char* to : {"+40700000000", "US.13491208655302741918", "RO.ENT.118157aZ"}) {
    EXPECT_EQ(errors_at("notifications.whatsapp", with(to)), "") << to;
  }
  for (const char* to : {"0700000000", "us.1349", "US.", "US.ENT.", "USA.1", "US.1-2", "US1349"}) {
    EXPECT_NE(errors_at("notifications.whatsapp", with(to)), "") << to;
  }
}

TEST(SettingsValues, ten_intervals_a_day) {
  const auto list = [](int count) {
    std::string out = "[";
    for (int i = 0; i < count; ++i)
      out += std::string(i ? "," : "") + R"({"start": "01:00", "end": "02:00"})";
    return out + "]";
  };
  expect_taken("availability.hours.monday", {list(10).c_str()});
  EXPECT_EQ(errors_at("availability.hours.monday", list(11)),
            "availability.hours.monday: has 11 intervals; up to 10 are accepted\n");
}

TEST(SettingsValues, a_thousand_keywords) {
  const auto list = [](int count) {
    std::string out = "[";
    for (int i = 0; i < count; ++i) out += std::string(i ? "," : "") + R"({"phrase": "refund"})";
    return out + "]";
  };
  expect_taken("triggers.keywords", {list(1000).c_str()});
  EXPECT_EQ(errors_at("triggers.keywords", list(1001)),
            "triggers.keywords: has 1001 entries; up to 1000 are accepted\n");
}

TEST(SettingsValues, days_of_the_calendar) {
  const auto exception = [](const char* date) {
    return errors_at("availability.exceptions",
                     std::string(R"([{"closed": true, "date": ")") + date + "\"}]");
  };
  for (const char* date : {"2028-02-29", "02-29", "12-31", "0001-01-01", "9999-12-31"})
    EXPECT_EQ(exception(date), "");
  for (const char* date : {"2026-02-29", "02-30", "13-01", "00-10", "1-1", "2026-1-01",
                           "12-25-2026", "25.12.2026", "2026/12/25", " 12-25", "+1-01", ""}) {
    EXPECT_NE(exception(date), "") << date;
  }
}

TEST(SettingsValues, zones_by_form) {
  expect_taken("availability.timezone", {"\"Europe/Bucharest\"", "\"UTC\"", "\"Etc/GMT+3\"",
                                         "\"EST5EDT\"", "\"America/Argentina/Buenos_Aires\""});
  expect_refused("availability.timezone",
                 {"\"\"", "\"/etc/passwd\"", "\"../zone\"", "\"a b\"", "\"Europe/\"", "2"});
}

TEST(SettingsValues, addresses) {
  expect_taken("ai.base_url", {"\"https://api.example/v1\"", "\"http://127.0.0.1:8080/v1?x=1\"",
                               "\"http://[::1]:1/\"", "\"https://localhost\""});
  expect_refused("ai.base_url",
                 {"\"\"", "\"api.example\"", "\"https://\"", "\"https:///v1\"", "\"https://a b/\"",
                  "\"file:///etc\"", "\"https://u:p@a.example\"", "\"https://a.example:0\"",
                  "\"https://a.example:65536\"", "\"https://a.example:\"", "\"https://a..example\"",
                  "\"https://-a.example\"", "\"https://[::1\"", "\"https://[1.2.3.4]\"",
                  "\"https://a.example/#x\"", "\"https://a.example/\\r\\nX: y\""});
}

TEST(SettingsValues, origins) {
  expect_taken("site.origins", {"[]", R"(["https://a.example", "http://localhost:8080"])"});
  expect_refused("site.origins",
                 {R"(["https://a.example/"])", R"(["a.example"])", R"(["*"])", R"(["null"])",
                  R"(["https://a.example", "https://a.example"])", "\"https://a.example\""});
}

TEST(SettingsValues, address_blocks) {
  expect_taken(
      "outbound.allow_private_cidrs",
      {R"(["127.0.0.0/8", "0.0.0.0/0", "::/0", "::1/128", "fd00::/8", "2001:db8:0:0:0:0:0:1/128",
                    "::ffff:10.0.0.0/104", "1:2:3:4:5:6:7::/64"])"});
  for (const char* block : {"127.0.0.1",
                            "10.0.0.0/33",
                            "10.0.0/8",
                            "010.0.0.0/8",
                            "256.0.0.0/8",
                            "10.0.0.0.0/8",
                            "10.0.0.0/",
                            "10.0.0.0/08",
                            "10.0.0.0/-1",
                            "::1",
                            ":::/8",
                            "1::2::3/64",
                            "fd00/8",
                            "1:2:3:4:5:6:7:8:9/64",
                            "1:2:3:4:5:6:7:8::/64",
                            "12345::/16",
                            "::1%eth0/64",
                            "1:/16",
                            ":1/16",
                            "1:2:3:4:5:6:7:/64",
                            ""}) {
    EXPECT_NE(errors_at("outbound.allow_private_cidrs", "[\"" + std::string(block) + "\"]"), "")
        << block;
  }
}

TEST(SettingsValues, locales) {
  expect_taken("site.locale", {"\"en\"", "\"ro\"", "\"pt-BR\"", "\"zh-Hant-TW\"", "\"fil\""});
  expect_refused("site.locale",
                 {"\"\"", "\"e\"", "\"EN\"", "\"en_US\"", "\"en-\"", "\"english\"", "\"en--US\""});
}

TEST(SettingsValues, thresholds_are_hundredths) {
  EXPECT_EQ(read_settings(R"({"triggers": {"complaint": {"threshold": 0.295}}})")
                .settings.triggers.complaint.threshold,
            30);
  expect_taken("triggers.complaint.threshold", {"0", "1", "0.5", "1e-1"});
  expect_refused("triggers.complaint.threshold", {"-0.01", "1.01", "\"0.5\"", "50"});
  EXPECT_NE(errors_at("triggers.complaint.threshold", "1e999"), "");
}

TEST(SettingsValues, whole_numbers_stay_in_range) {
  expect_taken("limits.streams", {"0", "20000", "5.0"});
  expect_refused("limits.streams",
                 {"-1", "1.5", "1e300", "18446744073709551615", "\"5\"", "true", "[]"});
}

TEST(SettingsValues, recipients) {
  const std::string email = R"({"smtp_url": "smtp://mail.example", "from": "a@b.example", "to": [)";
  for (const char* to : {"\"a@b.example\"", "\"a.b+c@d.example\""}) {
    EXPECT_EQ(errors_at("notifications.email", email + to + "]}"), "") << to;
  }
  for (const char* to :
       {"\"a\"", "\"@b.example\"", "\"a@\"", "\"a b@c.example\"", "\"a@b.example, c@d.example\"",
        "\"A <a@b.example>\"", "\"a@b.example\\r\\nBcc: x@y.example\"", "5"}) {
    EXPECT_NE(errors_at("notifications.email", email + to + "]}"), "") << to;
  }
}

TEST(SettingsValues, an_unknown_key_names_the_nearest_known_one) {
  EXPECT_EQ(errors_at("availabilty", "{}"),
            "availabilty: is not a known key; did you mean \"availability\"?\n");
  EXPECT_EQ(errors_at("triggers.user_requests", "{}"),
            "triggers.user_requests: is not a known key; did you mean \"user_request\"?\n");
  EXPECT_EQ(errors_at("availability.hours.mondya", "{}"),
            "availability.hours.mondya: is not a known key; did you mean \"monday\"?\n");
}

TEST(SettingsValues, secrets_never_stand_in_an_error) {
  EXPECT_EQ(errors_at("ai.api_key", "\"top\\nsecret\"").find("secret"), std::string::npos);
  EXPECT_EQ(errors_at("ai.base_url", "\"https://user:hunter2@a.example\"").find("hunter2"),
            std::string::npos);
  EXPECT_EQ(
      errors_at("notifications.webhooks", R"([{"url": "https://a.example", "secret": "hunter2"}])")
          .find("hunter2"),
      std::string::npos);
}

TEST(SettingsValues, survive_any_value_anywhere) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const char* values[] = {"null",
                          "true",
                          "-1",
                          "1e308",
                          "\"\"",
                          "\"x\"",
                          "[]",
                          "{}",
                          "[null]",
                          "[[]]",
                          "[{}]",
                          R"({"": {}})",
                          R"([{"start": []}])",
                          R"({"en": []})",
                          "\"\\u0000\"",
                          "[\"x\", 5, {}]"};
  const char* paths[] = {"site",
                         "availability",
                         "availability.hours",
                         "availability.hours.sunday",
                         "availability.override",
                         "availability.exceptions",
                         "triggers",
                         "triggers.keywords",
                         "triggers.high_value_lead",
                         "triggers.high_value_lead.attributes",
                         "messages",
                         "messages.waiting",
                         "offline_message",
                         "callback",
                         "callback.ask",
                         "waiting",
                         "human",
                         "ai",
                         "notifications",
                         "notifications.email",
                         "notifications.push",
                         "notifications.whatsapp",
                         "notifications.webhooks",
                         "notifications.ladder",
                         "privacy",
                         "outbound",
                         "limits",
                         "limits.trusted_proxies"};
  for (int round = 0; round < 3000; ++round) {
    const auto errors =
        errors_at(paths[random() % std::size(paths)], values[random() % std::size(values)]);
    EXPECT_TRUE(errors.empty() || errors.find("accepted") != std::string::npos ||
                errors.find("must be given") != std::string::npos ||
                errors.find("did you mean") != std::string::npos)
        << errors;
  }
}

}  // namespace
}  // namespace handoff
