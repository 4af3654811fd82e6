#include "notify/whatsapp_error.h"

#include <gtest/gtest.h>

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;
using Fault = WhatsappFault;

std::optional<WhatsappError> read(const std::string& json, Fault unknown = Fault::kOurs) {
  return read_whatsapp_error(parse_json(json).value(), unknown);
}

struct Row {
  std::vector<int> codes;
  Fault fault;
  End end;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {{1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133016},
       Fault::kPassing,
       End::kTryLater},
      {{0,      3,      10,     190,    200,    250,    299,    368,
        131005, 131031, 131042, 133010, 132000, 132001, 132005, 132007,
        132012, 132015, 132016, 132018, 100,    131008, 131009},
       Fault::kOurs,
       End::kRefused},
      {{131026, 131030, 131048, 131049, 131050, 131051}, Fault::kRecipients, End::kGone},
      {{131047}, Fault::kWindowClosed, End::kGone},
  };
  return all;
}

TEST(WhatsappError, is_judged_by_its_number) {
  for (const Row& row : rows()) {
    for (const int code : row.codes) {
      EXPECT_EQ(whatsapp_fault(code), row.fault) << code;
      const auto error = read("{\"code\": " + std::to_string(code) + "}");
      ASSERT_TRUE(error) << code;
      EXPECT_EQ(outcome_of(*error).end, row.end) << code;
      EXPECT_NE(error->what.find(std::to_string(code) + ": "), std::string::npos) << code;
    }
  }
}

TEST(WhatsappError, is_unknown_between_the_numbers) {
  for (const int code : {-1, 5, 101, 199, 300, 131001, 131046, 132999, 999999}) {
    EXPECT_FALSE(whatsapp_fault(code)) << code;
  }
}

TEST(WhatsappError, with_an_unknown_number_is_what_the_caller_says_or_meta_calls_passing) {
  EXPECT_EQ(read(R"({"code": 131999})", Fault::kOurs)->fault, Fault::kOurs);
  EXPECT_EQ(read(R"({"code": 131999})", Fault::kPassing)->fault, Fault::kPassing);
  EXPECT_EQ(read(R"({"code": 131999, "is_transient": true})")->fault, Fault::kPassing);
  EXPECT_EQ(read(R"({"code": 190, "is_transient": true})")->fault, Fault::kOurs);
}

TEST(WhatsappError, waits_six_seconds_after_too_many_messages_to_one_recipient) {
  EXPECT_EQ(outcome_of(*read(R"({"code": 131056})")).retry_after, std::chrono::seconds(6));
  EXPECT_FALSE(outcome_of(*read(R"({"code": 130429})")).retry_after);
}

TEST(WhatsappError, repeats_the_details_without_signs_that_could_do_harm) {
  EXPECT_EQ(read(R"({"code": 132000, "error_data": {"details": "body: 2 <b>\n of \"3\""}})")->what,
            "WhatsApp error 132000: the template takes another number of parameters "
            "(body: 2 b of 3)");
}

TEST(WhatsappError, does_not_repeat_a_message_which_may_hold_the_token) {
  const auto error = read(R"({"code": 190, "message": "Malformed access token EAAsecret"})");
  EXPECT_EQ(error->what, "WhatsApp error 190: the access token is not valid any more");
}

TEST(WhatsappError, is_none_without_a_number) {
  for (const std::string json :
       {"null", "[]", "{}", R"({"code": null})", R"({"code": "x"})", R"({"code": 1.5})",
        R"({"code": 99999999999})", R"({"code": {}})"}) {
    EXPECT_FALSE(read(json)) << json;
  }
}

}  // namespace
}  // namespace handoff::testing
