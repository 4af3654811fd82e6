#include "notify/whatsapp_report.h"

#include <gtest/gtest.h>

#include <random>

#include "handoff/json.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;
using State = WhatsappStatus::State;

constexpr char kNumber[] = "106540352242922";

std::string change(const std::string& content, const std::string& number = kNumber,
                   const std::string& field = "messages") {
  return R"({"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",)"
         R"("phone_number_id":")" +
         number + "\"}," + content + R"(},"field":")" + field + "\"}";
}

WhatsappReport report(const std::vector<std::string>& changes) {
  std::string body = R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[)";
  for (std::size_t i = 0; i < changes.size(); ++i) body += (i > 0 ? "," : "") + changes[i];
  const auto read = read_whatsapp_report(body + "]}]}", kNumber);
  EXPECT_TRUE(read.ok());
  return read.ok() ? *read : WhatsappReport{};
}

std::string status(const std::string& state, const std::string& more = "",
                   const std::string& id = "wamid.A=") {
  return R"({"id":")" + id + R"(","status":")" + state +
         R"(","timestamp":"1750857384","recipient_id":"5516992318222",)"
         R"("biz_opaque_callback_data":"n_1","pricing":{"billable":true,"category":"utility"})" +
         more + "}";
}

std::string statuses(const std::vector<std::string>& list) {
  std::string out = "\"statuses\":[";
  for (std::size_t i = 0; i < list.size(); ++i) out += (i > 0 ? "," : "") + list[i];
  return out + "]";
}

std::string incoming(const std::string& contact, const std::string& message) {
  return "\"contacts\":[" + contact + "],\"messages\":[" + message + "]";
}

std::vector<std::string> keys_of(const WhatsappWrote& wrote) {
  std::vector<std::string> out;
  for (const auto& each : wrote.from) out.push_back(each.key());
  return out;
}

constexpr char kText[] =
    R"({"from":"16505551234","id":"wamid.B=","timestamp":"1749416383","type":"text",)"
    R"("text":{"body":"Does it come in another color?"}})";
constexpr char kContact[] =
    R"({"profile":{"name":"Sheena Nelson"},"wa_id":"16505551234","user_id":"US.1349120"})";

TEST(WhatsappReport, says_how_far_a_message_has_come) {
  const auto read =
      report({change(statuses({status("sent"), status("delivered"), status("read")}))});
  ASSERT_EQ(read.statuses.size(), 3U);
  EXPECT_EQ(read.statuses[0].state, State::kSent);
  EXPECT_EQ(read.statuses[1].state, State::kDelivered);
  EXPECT_EQ(read.statuses[2].state, State::kRead);
  EXPECT_EQ(read.statuses[0].message_id, "wamid.A=");
  EXPECT_EQ(read.statuses[0].delivery_id, "n_1");
  EXPECT_EQ(format_utc(read.statuses[0].at), "2025-06-25T13:16:24Z");
  EXPECT_EQ(outcome_of(read.statuses[2]).end, End::kDelivered);
  EXPECT_EQ(outcome_of(read.statuses[2]).remote_id, "wamid.A=");
}

DeliveryOutcome failed_with(const std::string& errors) {
  const auto read = report({change(statuses({status("failed", errors)}))});
  EXPECT_EQ(read.statuses.size(), 1U);
  return outcome_of(read.statuses.at(0));
}

TEST(WhatsappReport, says_why_a_message_failed) {
  const auto gone = failed_with(
      R"(,"errors":[{"code":131026,"title":"Message undeliverable","error_data":{"details":"no account"}}])");
  EXPECT_EQ(gone.end, End::kGone);
  EXPECT_EQ(gone.what,
            "WhatsApp error 131026: the message cannot be delivered to this recipient (no "
            "account)");
  EXPECT_EQ(failed_with(R"(,"errors":[{"code":131042}])").end, End::kRefused);
  EXPECT_EQ(failed_with(R"(,"errors":[{"code":130429}])").end, End::kTryLater);
  EXPECT_EQ(failed_with(R"(,"errors":[{"code":777777}])").end, End::kRefused);
}

TEST(WhatsappReport, knows_a_failure_without_a_reason) {
  for (const char* errors : {"", ",\"errors\":[]", ",\"errors\":null", ",\"errors\":[{}]"}) {
    EXPECT_EQ(failed_with(errors).end, End::kRefused) << errors;
  }
}

TEST(WhatsappReport, tells_a_closed_window_from_other_failures) {
  const auto read =
      report({change(statuses({status("failed", R"(,"errors":[{"code":131047}])")}))});
  EXPECT_EQ(read.statuses.at(0).error->fault, WhatsappFault::kWindowClosed);
}

TEST(WhatsappReport, has_each_status_of_a_message_once) {
  const auto read = report({change(statuses({status("sent"), status("sent"), status("read")})),
                            change(statuses({status("read"), status("read", "", "wamid.C=")}))});
  std::vector<std::string> keys;
  for (const auto& each : read.statuses) keys.push_back(each.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"wamid.A=:sent", "wamid.A=:read", "wamid.C=:read"}));
}

TEST(WhatsappReport, says_who_wrote_by_number_and_by_id) {
  const auto read = report({change(incoming(kContact, kText))});
  ASSERT_EQ(read.wrote.size(), 1U);
  EXPECT_EQ(read.wrote[0].message_id, "wamid.B=");
  EXPECT_EQ(keys_of(read.wrote[0]), (std::vector<std::string>{"+16505551234", "US.1349120"}));
  EXPECT_EQ(format_utc(read.wrote[0].at), "2025-06-08T20:59:43Z");
}

TEST(WhatsappReport, says_who_wrote_when_there_is_no_number) {
  const std::string contact = R"({"profile":{"name":"S","username":"sheena"},"user_id":"US.1349"})";
  const auto read = report({change(incoming(
      contact,
      R"({"id":"wamid.B=","timestamp":"1749416383","type":"text","text":{"body":"x"}})"))});
  ASSERT_EQ(read.wrote.size(), 1U);
  EXPECT_EQ(keys_of(read.wrote[0]), std::vector<std::string>{"US.1349"});
}

TEST(WhatsappReport, does_not_mix_up_the_senders_of_a_batch) {
  const std::string both = std::string(kContact) + R"(,{"wa_id":"40700000000","user_id":"RO.7"})";
  const std::string second = R"({"from":"40700000000","id":"wamid.D=","timestamp":"1749416383",)"
                             R"("type":"image","image":{"id":"1"}})";
  const auto read = report({change(incoming(both, std::string(kText) + "," + second))});
  ASSERT_EQ(read.wrote.size(), 2U);
  EXPECT_EQ(keys_of(read.wrote[0]), (std::vector<std::string>{"+16505551234", "US.1349120"}));
  EXPECT_EQ(keys_of(read.wrote[1]), (std::vector<std::string>{"+40700000000", "RO.7"}));
}

TEST(WhatsappReport, takes_no_note_of_the_system_for_somebodys_writing) {
  const std::string system = R"({"from":"16505551234","id":"wamid.E=","timestamp":"1749416383",)"
                             R"("type":"system","system":{"body":"changed the number"}})";
  EXPECT_TRUE(report({change(incoming(kContact, system))}).wrote.empty());
}

TEST(WhatsappReport, has_each_message_once) {
  const auto read = report({change(incoming(kContact, kText)), change(incoming(kContact, kText))});
  EXPECT_EQ(read.wrote.size(), 1U);
}

TEST(WhatsappReport, is_about_our_number_alone) {
  EXPECT_TRUE(report({change(statuses({status("sent")}), "999")}).statuses.empty());
  EXPECT_TRUE(
      report({change(statuses({status("sent")}), kNumber, "account_update")}).statuses.empty());
}

TEST(WhatsappReport, leaves_out_what_it_does_not_know_and_reads_on) {
  const auto read = report(
      {"7", "null", R"({"field":"messages"})", change("\"statuses\":{}"), change("\"messages\":7"),
       change(statuses({"7", "{}", status("warped"), R"({"id":"x","status":"sent"})",
                        R"({"id":"x","status":"sent","timestamp":"99999999999999999999"})",
                        R"({"id":"","status":"sent","timestamp":"1"})", status("sent")}))});
  ASSERT_EQ(read.statuses.size(), 1U);
  EXPECT_EQ(read.statuses[0].message_id, "wamid.A=");
}

TEST(WhatsappReport, is_empty_for_other_kinds_of_accounts) {
  const auto read = read_whatsapp_report(R"({"object":"page","entry":[]})", kNumber);
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->statuses.empty());
}

TEST(WhatsappReport, is_read_or_refused_whatever_bytes_change) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string whole =
      R"({"object":"whatsapp_business_account","entry":[{"changes":[)" +
      change(statuses({status("sent"), status("failed", R"(,"errors":[{"code":131047}])")})) + "," +
      change(incoming(kContact, kText)) + "]}]}";
  constexpr std::string_view kSigns = "{}[]\",:0123456789eE-.ntf \\";
  std::size_t read = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string body = whole;
    for (auto changes = 1 + random() % 3; changes > 0; --changes) {
      body[random() % body.size()] =
          random() % 4 == 0 ? static_cast<char>(random() % 256) : kSigns[random() % kSigns.size()];
    }
    if (const auto report = read_whatsapp_report(body, kNumber)) {
      for (const auto& each : report->statuses) outcome_of(each);
      ++read;
    }
  }
  EXPECT_GT(read, 0U);
}

TEST(WhatsappReport, is_refused_when_it_is_no_mapping) {
  for (const char* body : {"", "[]", "7", "{\"object\":", "\xFF"}) {
    EXPECT_FALSE(read_whatsapp_report(body, kNumber).ok()) << body;
  }
}

}  // namespace
}  // namespace handoff::testing
