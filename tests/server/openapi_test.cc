#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/test_app.h"

namespace handoff::testing {
namespace {

std::set<std::string> documented(const Json& document) {
  std::set<std::string> out;
  for (const auto& [path, operations] : document["paths"].items()) {
    for (const auto& [method, unused] : operations.items()) {
      std::string name = method;
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return std::toupper(c); });
      out.insert(name + " " + path);
    }
  }
  return out;
}

TEST(OpenApi, describes_exactly_the_routes_that_are_served) {
  TestApp app;
  std::set<std::string> served;
  for (const auto& route : app.app->routes()) served.insert(route.method + " " + route.pattern);
  const auto document = app.anonymous().get("/openapi.json");
  EXPECT_EQ(document.body["openapi"], "3.1.0");
  EXPECT_EQ(documented(document.body), served);
}

TEST(OpenApi, refers_only_to_schemas_that_it_holds) {
  TestApp app;
  const Json document = app.anonymous().get("/openapi.json").body;
  const std::string text = dump_json(document);
  const std::string prefix = "#/components/schemas/";
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at + 1)) {
    const auto begin = at + prefix.size();
    const std::string name = text.substr(begin, text.find('"', begin) - begin);
    EXPECT_TRUE(document["components"]["schemas"].contains(name)) << name;
  }
}

TEST(Operations, health_readiness_and_metrics_answer) {
  TestApp app;
  auto client = app.anonymous();
  EXPECT_EQ(client.get("/healthz").status, 200);
  EXPECT_EQ(client.get("/readyz").status, 200);
  EXPECT_EQ(client.get("/metrics").status, 200);
}

TEST(Operations, an_unknown_path_is_404_and_a_wrong_method_405) {
  TestApp app;
  auto client = app.anonymous();
  EXPECT_EQ(client.get("/v1/nothing").status, 404);
  EXPECT_EQ(client.remove("/v1/inbox").status, 405);
}

TEST(Inbox, lists_the_most_urgent_first_and_resumes_its_stream) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto first = app.visitor();
  app.clock->advance(Seconds(1));
  auto second = app.visitor();
  second.client.post(second.path("/handoff"));
  const auto inbox = ana.get("/v1/inbox");
  EXPECT_EQ(inbox.body["items"][0]["id"], second.id);
  EXPECT_EQ(inbox.body["items"][1]["id"], first.id);
  EXPECT_EQ(inbox.body["agents"][0]["status"], "online");
  EXPECT_EQ(ana.get("/v1/inbox?state=human").body["items"].size(), 0u);
  EXPECT_EQ(ana.get("/v1/inbox?state=lost").status, 400);
  const std::string cookie =
      "Cookie: " + ana.credentials.cookie + "\r\nAccept: text/event-stream\r\n";
  RawClient fresh(app.port());
  fresh.send(get("/v1/inbox/events", cookie));
  EXPECT_NE(fresh.read_through("event: reset").size(), 0u);
  first.client.post(first.path("/handoff"));
  const std::string live = fresh.read_through("event: conversation");
  const auto id_at = live.rfind("id: ");
  const std::string id = live.substr(id_at + 4, live.find('\n', id_at) - id_at - 4);
  second.client.remove(second.path("/handoff"));
  RawClient resumed(app.port());
  resumed.send(get("/v1/inbox/events", cookie + "Last-Event-ID: " + id + "\r\n"));
  const std::string missed = resumed.read_through("\"state\":\"ai\"");
  EXPECT_NE(missed.find(second.id), std::string::npos);
  EXPECT_EQ(missed.find("reset"), std::string::npos);
}

TEST(Stream, a_visitor_resumes_after_the_last_event_it_has_seen) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), {{"client_id", "1"}, {"text", "one"}});
  app.app->drain();
  const std::string who = "Authorization: Bearer " + visit.client.credentials.bearer +
                          "\r\nAccept: text/event-stream\r\n";
  RawClient stream(app.port());
  stream.send(get(visit.path("/events?after=1"), who));
  const std::string seen = stream.read_through("\"seq\":2");
  EXPECT_EQ(seen.find("\"seq\":1,"), std::string::npos);
  RawClient lost(app.port());
  lost.send(get(visit.path("/events"), who + "Last-Event-ID: elsewhere:1\r\n"));
  const std::string again = lost.read_through("\"seq\":2");
  EXPECT_NE(again.find("event: reset"), std::string::npos);
  EXPECT_NE(again.find("\"seq\":1,"), std::string::npos);
}

TEST(Stream, a_long_poll_answers_with_the_next_event) {
  TestApp app;
  auto visit = app.visitor();
  RawClient poll(app.port());
  poll.send(get(visit.path("/events?after=0&wait=25"),
                "Authorization: Bearer " + visit.client.credentials.bearer + "\r\n"));
  visit.client.post(visit.path("/messages"), {{"client_id", "1"}, {"text", "one"}});
  const auto answer = poll.answer();
  ASSERT_TRUE(answer.has_value());
  EXPECT_NE(answer->body.find("\"text\":\"one\""), std::string::npos);
}

}  // namespace
}  // namespace handoff::testing
