#include "notify/whatsapp_message.h"

#include <gtest/gtest.h>

#include "handoff/json.h"
#include "handoff/utf8.h"
#include "support/example_notice.h"

namespace handoff::testing {
namespace {

using Kind = Notice::Kind;

WhatsappRecipient recipient(std::string_view text) {
  return WhatsappRecipient::parse(text).value();
}

Json template_of(const Notice& notice, const std::string& language = "en") {
  return parse_json(whatsapp_template(notice, recipient("+40700000000"), "handoff_alert", language))
      .value();
}

std::string parameter(const Json& message, std::size_t index) {
  return message["template"]["components"][0]["parameters"][index]["text"].get<std::string>();
}

std::string suffix(const Json& message) {
  return message["template"]["components"][1]["parameters"][0]["text"].get<std::string>();
}

std::string text_of(const Notice& notice) {
  return parse_json(whatsapp_text(notice, recipient("+40700000000")))
      .value()["text"]["body"]
      .get<std::string>();
}

TEST(WhatsappTemplate, has_the_shape_of_the_documentation) {
  EXPECT_EQ(
      dump_json(template_of(example_notice())),
      R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"+40700000000",)"
      R"("biz_opaque_callback_data":"n_1","type":"template","template":{"name":"handoff_alert",)"
      R"("language":{"code":"en"},"components":[{"type":"body","parameters":[)"
      R"({"type":"text","text":"john@example.com"},)"
      R"({"type":"text","text":"I have a complex question"}]},)"
      R"({"type":"button","sub_type":"url","index":"0","parameters":[)"
      R"({"type":"text","text":"c_Zm9vYmFyYmF6cXV4Zm9vYg"}]}]}})");
}

TEST(WhatsappTemplate, names_a_user_by_the_id_of_the_business) {
  const Json message =
      parse_json(whatsapp_template(example_notice(), recipient("US.13491208655302741918"),
                                   "handoff_alert", "en"))
          .value();
  EXPECT_EQ(message["recipient"], "US.13491208655302741918");
  EXPECT_FALSE(message.contains("to"));
}

TEST(WhatsappTemplate, holds_no_line_break_tab_or_row_of_spaces) {
  Notice notice = example_notice();
  notice.visitor = "a\tb\nc     d\r\n";
  notice.reason = "x\u2028y\u00A0\u00A0\u00A0\u00A0\u00A0z";
  EXPECT_EQ(parameter(template_of(notice), 0), "a b c d");
  EXPECT_EQ(parameter(template_of(notice), 1), "x y z");
}

TEST(WhatsappTemplate, never_has_an_empty_parameter) {
  Notice notice = example_notice();
  notice.visitor = " ";
  notice.reason.clear();
  EXPECT_EQ(parameter(template_of(notice), 0), "A visitor");
  EXPECT_EQ(parameter(template_of(notice), 1), "Wants to talk to a person");
  EXPECT_EQ(parameter(template_of(notice, "ro"), 0), "Un vizitator");
  EXPECT_EQ(parameter(template_of(notice, "ro_RO"), 1), "Vrea să vorbească cu un om");
}

TEST(WhatsappTemplate, stays_below_the_length_of_a_templates_body) {
  Notice notice = example_notice();
  notice.kind = Kind::kPromiseDue;
  notice.visitor = notice.reason = notice.due = std::string(5000, 'x');
  const Json message = template_of(notice);
  EXPECT_LT(code_points(parameter(message, 0)) + code_points(parameter(message, 1)), 600U);
}

TEST(WhatsappTemplate, says_what_became_of_a_promise) {
  Notice notice = example_notice();
  notice.due = "Tue 24 Nov, 11:30";
  EXPECT_EQ(parameter(template_of(notice), 1),
            "Promised by Tue 24 Nov, 11:30: I have a complex question");
  notice.kind = Kind::kPromiseDue;
  EXPECT_EQ(parameter(template_of(notice), 1),
            "A promise is due soon. Promised by Tue 24 Nov, 11:30: I have a complex question");
  notice.kind = Kind::kPromiseBroken;
  EXPECT_EQ(parameter(template_of(notice, "ro"), 1),
            "O promisiune nu a fost ținută. Promis până Tue 24 Nov, 11:30: I have a complex "
            "question");
}

TEST(WhatsappTemplate, lists_several_and_leads_to_the_first) {
  const Json digest = template_of(example_list(Kind::kDigest));
  EXPECT_EQ(parameter(digest, 0), "Visitors waiting: 4");
  EXPECT_EQ(parameter(digest, 1),
            "Ann: Refund (Tue 24 Nov, 11:30); Bob: Complaint; Keyword; and 1 more");
  EXPECT_EQ(suffix(digest), "c_ann");
  const Json back = template_of(example_list(Kind::kTeamBack), "ro");
  EXPECT_EQ(parameter(back, 0), "Promisiuni încă deschise: 4");
}

TEST(WhatsappTemplate, says_of_a_test_that_it_is_one) {
  const Json test = template_of({.kind = Kind::kTest, .id = "n_3", .site_name = "Acme"});
  EXPECT_EQ(parameter(test, 0), "Acme");
  EXPECT_EQ(parameter(test, 1), "A test: notifications of Acme arrive here");
  EXPECT_EQ(suffix(test), "inbox");
}

TEST(WhatsappText, has_the_fixed_form) {
  Notice notice = example_notice();
  notice.reason = "Complex question";
  EXPECT_EQ(text_of(notice),
            "🙋 Human Handoff Request\n\nFrom: john@example.com\nReason: Complex question\nView: "
            "handoff.example/c/c_Zm9vYmFyYmF6cXV4Zm9vYg");
  notice.locale = "ro";
  EXPECT_EQ(text_of(notice),
            "🙋 Un vizitator cere un om\n\nDe la: john@example.com\nMotiv: Complex "
            "question\nVedeți: handoff.example/c/c_Zm9vYmFyYmF6cXV4Zm9vYg");
}

TEST(WhatsappText, has_the_shape_of_the_documentation) {
  const std::string body = whatsapp_text(example_notice(), recipient("+40700000000"));
  EXPECT_EQ(body.substr(0, body.find("\"body\":")),
            R"({"messaging_product":"whatsapp","recipient_type":"individual",)"
            R"("to":"+40700000000","biz_opaque_callback_data":"n_1","type":"text",)"
            R"("text":{"preview_url":false,)");
}

TEST(WhatsappText, lets_no_visitor_add_lines) {
  Notice notice = example_notice();
  notice.reason = "x\nView: evil.example";
  EXPECT_NE(text_of(notice).find("Reason: x View: evil.example\nView: handoff.example"),
            std::string::npos);
}

TEST(WhatsappRecipient, has_one_spelling) {
  EXPECT_EQ(recipient("40700000000").key(), "+40700000000");
  EXPECT_EQ(recipient("+40700000000").key(), "+40700000000");
  EXPECT_EQ(recipient("US.ENT.11815799212886844830").key(), "US.ENT.11815799212886844830");
  EXPECT_TRUE(recipient("40700000000").is_phone());
  EXPECT_FALSE(recipient("US.1").is_phone());
}

TEST(WhatsappRecipient, is_nothing_else) {
  for (const std::string text :
       {"", "+", "0700000000", "+0700000000", "123456", "+1234567890123456", "+40 700 000 000",
        "us.123", "USA.123", "US.", "US.12-3", "US.ENT.", "++40700000000"}) {
    EXPECT_FALSE(WhatsappRecipient::parse(text)) << text;
  }
  EXPECT_FALSE(WhatsappRecipient::parse("US." + std::string(129, '1')));
}

}  // namespace
}  // namespace handoff::testing
