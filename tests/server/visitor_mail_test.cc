#include "support/mailed_app.h"

/// Answers that find a visitor who has left, through the whole server to a real mail server.
namespace handoff::testing {
namespace {

bool holds(const Json& mail, const std::string& text) {
  return mail["raw"].get<std::string>().find(text) != std::string::npos ||
         mail["text"].get<std::string>().find(text) != std::string::npos ||
         mail["html"].get<std::string>().find(text) != std::string::npos ||
         mail["subject"].get<std::string>().find(text) != std::string::npos;
}

std::string header(const Json& mail, const char* name) {
  return mail["headers"].value(name, std::string());
}

/// The visitor's page, open.
struct OpenPage {
  OpenPage(const MailedApp& app, const TestApp::Visit& visit) : client(app.app.port()) {
    client.send(get(visit.path("/events"), "Authorization: Bearer " +
                                               visit.client.credentials.bearer +
                                               "\r\nAccept: text/event-stream\r\n"));
    EXPECT_FALSE(client.read_through("id: ").empty());
  }
  RawClient client;
};

TEST(VisitorMail, asks_first_and_says_nothing_of_what_was_written) {
  MailedApp mailed;
  const auto visit = mailed.visitor();
  mailed.answer(visit, "Yes, to Cluj too.");
  mailed.later(Seconds(119));
  EXPECT_EQ(mailed.state(visit)["state"], "none");
  EXPECT_EQ(mailed.state(visit)["waiting"], 1);
  mailed.later(Seconds(1));
  const Json mail = mailed.sink.next_mail();
  EXPECT_EQ(mail["to"], Json({kVisitorAddress}));
  EXPECT_EQ(mail["subject"], "Acme has an answer for you: please confirm your address");
  for (const char* secret : {"Cluj", "Jon Doe", "Ana", "pricing", "s3cret"})
    EXPECT_FALSE(holds(mail, secret)) << secret;
  EXPECT_EQ(header(mail, "auto-submitted"), "auto-generated");
  EXPECT_EQ(link_in(mail).size(), 3 + 43U);
  EXPECT_EQ(mailed.state(visit)["state"], "asked");
}

TEST(VisitorMail, brings_the_answer_once_the_address_is_confirmed) {
  MailedApp mailed;
  const auto visit = mailed.visitor();
  mailed.answer(visit, "Yes, to Cluj too.\nIt takes <3 days>.");
  mailed.later(Seconds(120));
  const std::string link = link_in(mailed.sink.next_mail());
  EXPECT_EQ(mailed.open(link).status, 200);
  EXPECT_EQ(mailed.state(visit)["state"], "asked");
  const auto page = mailed.press(link, "action=confirm");
  EXPECT_NE(page.body.find("on its way"), std::string::npos);
  mailed.app.app->drain();
  const Json mail = mailed.sink.next_mail();
  EXPECT_EQ(mail["to"], Json({kVisitorAddress}));
  EXPECT_EQ(mail["subject"], "Acme has answered you");
  EXPECT_NE(mail["text"].get<std::string>().find("Ana:\n    Yes, to Cluj too.\n    It takes"),
            std::string::npos);
  EXPECT_TRUE(holds(mail, "https://www.acme.example/pricing"));
  EXPECT_FALSE(holds(mail, "s3cret"));
  EXPECT_NE(mail["html"].get<std::string>().find("&lt;3 days&gt;"), std::string::npos);
  const Json state = mailed.state(visit);
  EXPECT_EQ(state["state"], "confirmed");
  EXPECT_EQ(state["waiting"], 0);
  EXPECT_EQ(state["last_sent_at"], "2026-11-23T10:02:00Z");
}

TEST(VisitorMail, puts_later_answers_together_and_into_the_same_thread) {
  MailedApp mailed;
  const auto visit = mailed.visitor();
  mailed.answer(visit, "one");
  mailed.later(Seconds(120));
  mailed.press(link_in(mailed.sink.next_mail()), "action=confirm");
  mailed.app.app->drain();
  const Json first = mailed.sink.next_mail();
  mailed.answer(visit, "two");
  mailed.later(Seconds(120));
  mailed.answer(visit, "three");
  mailed.later(Seconds(179));
  EXPECT_EQ(mailed.state(visit)["waiting"], 2);
  mailed.later(Seconds(1));
  const Json second = mailed.sink.next_mail();
  const std::string text = second["text"];
  EXPECT_NE(text.find("two"), std::string::npos);
  EXPECT_NE(text.find("three"), std::string::npos);
  EXPECT_EQ(text.find("one"), std::string::npos);
  EXPECT_EQ(header(second, "references"), header(first, "message-id"));
  EXPECT_NE(header(second, "message-id"), header(first, "message-id"));
  mailed.expect_nothing_before_a_new_question();
}

TEST(VisitorMail, brings_what_was_said_with_the_return_to_the_ai) {
  MailedApp mailed;
  const auto visit = mailed.confirmed_visitor();
  mailed.app.clock->advance(Seconds(600));
  mailed.ana.post(visit.path("/return"), {{"message", "The AI goes on."}, {"note", "patient"}});
  mailed.later(Seconds(120));
  const Json mail = mailed.sink.next_mail();
  EXPECT_TRUE(holds(mail, "The AI goes on."));
  EXPECT_FALSE(holds(mail, "patient"));
}

TEST(VisitorMail, leaves_alone_whoever_reads_along) {
  MailedApp mailed;
  const auto visit = mailed.visitor();
  const OpenPage page(mailed, visit);
  mailed.answer(visit, "one");
  mailed.later(Seconds(120));
  mailed.expect_nothing_before_a_new_question();
}

TEST(VisitorMail, is_taken_back_when_the_visitor_comes_back_in_time) {
  MailedApp mailed;
  auto writes = mailed.visitor();
  mailed.answer(writes, "one");
  const auto looks = mailed.visitor("looks@visitor.example");
  mailed.answer(looks, "one");
  mailed.later(Seconds(60));
  writes.client.post(writes.path("/messages"), {{"client_id", "2"}, {"text", "thanks"}});
  { const OpenPage page(mailed, looks); }
  EXPECT_EQ(mailed.state(looks)["waiting"], 0);
  mailed.later(Seconds(60));
  mailed.expect_nothing_before_a_new_question();
}

TEST(VisitorMail, speaks_the_language_of_the_visitor) {
  MailedApp mailed;
  const auto visit = mailed.visitor(kVisitorAddress, "ro");
  mailed.answer(visit, "Da.");
  mailed.later(Seconds(120));
  const Json question = mailed.sink.next_mail();
  EXPECT_EQ(question["subject"], "Acme are un răspuns pentru dumneavoastră: confirmați adresa");
  const auto page = mailed.press(link_in(question), "action=confirm");
  EXPECT_NE(page.body.find("<html lang=\"ro\">"), std::string::npos);
  mailed.app.app->drain();
  EXPECT_EQ(mailed.sink.next_mail()["subject"], "Acme v-a răspuns");
}

TEST(VisitorMail, asks_again_about_another_address) {
  MailedApp mailed;
  const auto visit = mailed.confirmed_visitor();
  mailed.app.clock->advance(Seconds(600));
  mailed.ana.put(visit.path("/contact"), {{"email", "Other@Visitor.Example"}});
  EXPECT_EQ(mailed.state(visit)["state"], "none");
  mailed.answer(visit, "secret");
  mailed.later(Seconds(120));
  const Json mail = mailed.sink.next_mail();
  EXPECT_EQ(mail["to"], Json({"other@visitor.example"}));
  EXPECT_FALSE(holds(mail, "secret"));
}

TEST(VisitorMail, sends_nothing_to_a_confirmed_address_that_somebody_else_typed) {
  MailedApp mailed;
  mailed.confirmed_visitor();
  const auto stranger = mailed.visitor();
  mailed.answer(stranger, "Not for Jon");
  mailed.later(Seconds(600));
  const Json mail = mailed.sink.next_mail();
  EXPECT_EQ(mail["subject"], "Acme has an answer for you: please confirm your address");
  EXPECT_FALSE(holds(mail, "Not for Jon"));
}

TEST(VisitorMail, waits_for_an_address_that_the_team_learns_later) {
  MailedApp mailed;
  auto visit = mailed.app.visitor();
  visit.client.post(visit.path("/handoff"));
  mailed.ana.post(visit.path("/takeover"));
  mailed.answer(visit, "Hello?");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.state(visit)["address"], nullptr);
  EXPECT_EQ(mailed.state(visit)["away"], true);
  mailed.ana.put(visit.path("/contact"), {{"email", kVisitorAddress}});
  mailed.later(Seconds(1));
  EXPECT_EQ(mailed.sink.next_mail()["to"], Json({kVisitorAddress}));
}

TEST(VisitorMail, keeps_hostile_names_and_texts_out_of_the_head) {
  MailedApp mailed;
  const auto visit = mailed.confirmed_visitor("jon+x@visitor.example");
  mailed.app.clock->advance(Seconds(600));
  mailed.answer(visit, "a\r\nBcc: eve@evil.example\r\n\r\n.\r\n<script>alert(1)</script>\u202e");
  mailed.later(Seconds(120));
  const Json mail = mailed.sink.next_mail();
  EXPECT_EQ(mail["to"], Json({"jon+x@visitor.example"}));
  EXPECT_FALSE(mail["headers"].contains("bcc"));
  EXPECT_EQ(mail["html"].get<std::string>().find("<script>"), std::string::npos);
  EXPECT_NE(mail["text"].get<std::string>().find("    Bcc: eve@evil.example"), std::string::npos);
}

TEST(VisitorMail, gives_up_where_agents_see_it_when_the_server_knows_no_such_address) {
  MailedApp mailed("",
                   {{"refuse", {{"at", "recipient"}, {"code", 550}, {"text", "5.1.1 nobody"}}}});
  const auto visit = mailed.visitor();
  mailed.answer(visit, "one");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.state(visit)["state"], "undeliverable");
  EXPECT_EQ(mailed.state(visit)["waiting"], 1);
}

TEST(VisitorMail, repeats_a_mail_under_the_same_id_when_nobody_knows_whether_it_came) {
  MailedApp mailed("", {{"drop", true}});
  const auto visit = mailed.visitor();
  mailed.answer(visit, "one");
  mailed.later(Seconds(120));
  const Json first = mailed.sink.next_mail();
  mailed.app.restart();
  mailed.app.clock->advance(Seconds(30));
  mailed.app.app->drain();
  const Json second = mailed.sink.next_mail();
  EXPECT_EQ(header(first, "message-id"), header(second, "message-id"));
  EXPECT_EQ(header(first, "x-handoff-delivery"), header(second, "x-handoff-delivery"));
  EXPECT_EQ(mailed.press(link_in(first), "action=confirm").status, 200);
}

TEST(VisitorMail, is_not_set_up_without_a_mail_server) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  visit.client.put(visit.path("/contact"), {{"email", kVisitorAddress}});
  EXPECT_EQ(ana.get(visit.path("/mail")).body["state"], "not_set_up");
  EXPECT_EQ(visit.client.get(visit.path("/mail")).status, 403);
}

}  // namespace
}  // namespace handoff::testing
