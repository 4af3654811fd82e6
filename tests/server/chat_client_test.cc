#include <gtest/gtest.h>

#include <thread>

#include "support/chat_stub.h"

namespace handoff {
namespace {

using Kind = ChatFailure::Kind;
using Finish = ChatAnswer::Finish;
using testing::chat_stub;

constexpr const char* kText = "Livrarea durează trei zile. It is free above 250 lei 🚲.";

ChatRequest question() {
  return {
      .model = "m",
      .messages = {{ChatMessage::Role::kSystem, "rules"}, {ChatMessage::Role::kUser, "How long?"}},
      .may_hand_over = true};
}

struct Asked {
  ChatOutcome outcome;
  std::vector<std::string> heard;
};

Asked ask(ChatClient& client, const ChatRequest& request = question()) {
  Asked asked;
  Cancellation never;
  asked.outcome = client.ask(
      request, [&](const std::string& text) { asked.heard.push_back(text); }, never);
  return asked;
}

/// `first` is also all the time there is, unless `total` says more.
ChatEndpoint within(Milliseconds first, Milliseconds total = Milliseconds(0)) {
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.first_token_within = first;
  endpoint.total_within = std::max(first, total);
  return endpoint;
}

Asked ask_stub(const std::vector<Json>& behaviours, ChatEndpoint endpoint) {
  chat_stub().behave(behaviours);
  ChatClient client(chat_stub().http(), std::move(endpoint));
  return ask(client);
}

Asked ask_stub(const std::vector<Json>& behaviours) {
  return ask_stub(behaviours, chat_stub().endpoint());
}

std::string failure_of(const Asked& asked) {
  return asked.outcome.ok() ? "none" : std::string(to_string(asked.outcome.failure->kind));
}

TEST(ChatClient, understands_every_dialect) {
  for (const char* dialect : {"openai", "vllm", "llama.cpp", "ollama", "azure"}) {
    const Asked asked = ask_stub({{{"dialect", dialect}}});
    ASSERT_TRUE(asked.outcome.ok()) << dialect << ": " << asked.outcome.failure->what;
    EXPECT_EQ(asked.outcome.answer.text, kText) << dialect;
    EXPECT_EQ(asked.outcome.answer.finish, Finish::kStop) << dialect;
    EXPECT_GT(asked.outcome.answer.logprob_count, 0) << dialect;
    EXPECT_EQ(asked.outcome.answer.completion_tokens, 12) << dialect;
    EXPECT_EQ(asked.heard.back(), kText) << dialect;
    EXPECT_GT(asked.heard.size(), 3u) << dialect;
  }
}

TEST(ChatClient, understands_every_wire) {
  for (const char* wire : {"crlf", "comments", "bytes", "twice-done", "json"}) {
    const Asked asked = ask_stub({{{"wire", wire}}});
    ASSERT_TRUE(asked.outcome.ok()) << wire << ": " << asked.outcome.failure->what;
    EXPECT_EQ(asked.outcome.answer.text, kText) << wire;
  }
}

TEST(ChatClient, hears_a_text_that_only_grows) {
  const Asked asked = ask_stub({{{"wire", "bytes"}}});
  for (std::size_t i = 1; i < asked.heard.size(); ++i) {
    EXPECT_TRUE(asked.heard[i].starts_with(asked.heard[i - 1]));
  }
}

TEST(ChatClient, does_not_hear_what_a_model_thinks) {
  const Asked asked = ask_stub({{{"reasoning", "They ask about delivery."},
                                 {"text", "<think> Let me see. </think> Three days."}}});
  EXPECT_EQ(spoken_part(asked.outcome.answer.text), "Three days.");
  for (const auto& text : asked.heard) EXPECT_EQ(text.find("see"), std::string::npos);
}

TEST(ChatClient, understands_a_tool_call_in_fragments) {
  for (const char* dialect : {"openai", "ollama"}) {
    const Json tool = {{"name", "handoff_to_human"}, {"arguments", R"({"reason":"complaint"})"}};
    const Asked asked = ask_stub({{{"dialect", dialect}, {"tool", tool}}});
    EXPECT_EQ(asked.outcome.answer.tool,
              (ToolCall{"handoff_to_human", R"({"reason":"complaint"})"}));
    EXPECT_EQ(asked.outcome.answer.finish, Finish::kToolCalls);
  }
}

TEST(ChatClient, sends_the_key_and_asks_for_a_stream) {
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.api_key = "sk-secret";
  endpoint.base_url += "/?api-version=1";
  EXPECT_EQ(failure_of(ask_stub({{{"key", "sk-secret"}}}, endpoint)), "none");
  const Json request = chat_stub().requests()[0];
  EXPECT_EQ(request["url"], "/v1/chat/completions?api-version=1");
  EXPECT_EQ(request["headers"]["authorization"], "Bearer sk-secret");
  EXPECT_EQ(request["body"]["stream"], true);
  EXPECT_EQ(failure_of(ask_stub({Json::object()})), "none");
  EXPECT_FALSE(chat_stub().requests()[0]["headers"].contains("authorization"));
}

TEST(ChatClient, tells_failures_apart) {
  const std::pair<const char*, const char*> cases[] = {
      {"400", "refused"},
      {"401", "auth"},
      {"403", "auth"},
      {"404", "model"},
      {"429", "rate"},
      {"500", "server"},
      {"503", "server"},
      {"close-at-once", "unreachable"},
      {"cut", "unreachable"},
      {"cut-cleanly", "malformed"},
      {"error-in-stream", "server"},
      {"html", "malformed"},
      {"bad-json", "malformed"},
      {"huge", "malformed"},
      {"redirect", "refused"},
  };
  for (const auto& [failure, kind] : cases) {
    const Asked asked = ask_stub({{{"failure", failure}}});
    EXPECT_EQ(failure_of(asked), kind) << failure;
    EXPECT_FALSE(asked.outcome.ok() || asked.outcome.failure->what.empty()) << failure;
  }
}

TEST(ChatClient, never_repeats_the_key) {
  for (const char* failure : {"401", "404", "500", "error-in-stream"}) {
    ChatEndpoint endpoint = chat_stub().endpoint();
    endpoint.api_key = "server";  // it stands in the stub's messages
    const Asked asked = ask_stub({{{"failure", failure}}}, endpoint);
    EXPECT_EQ(asked.outcome.failure->what.find("had an error. server"), std::string::npos);
    EXPECT_EQ(asked.outcome.failure->what.find("sk-"), std::string::npos) << failure;
  }
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.api_key = "crashed";
  EXPECT_EQ(ask_stub({{{"failure", "error-in-stream"}}}, endpoint).outcome.failure->what,
            "the server broke off: The model ….");
}

TEST(ChatClient, a_server_that_does_not_begin_is_given_up) {
  for (const char* failure : {"hang-before-headers", "hang-after-headers"}) {
    const Asked asked =
        ask_stub({{{"failure", failure}}}, within(Milliseconds(150), Milliseconds(300)));
    EXPECT_EQ(failure_of(asked), "timeout") << failure;
    EXPECT_EQ(asked.outcome.failure->what, "the answer did not begin within 150 ms");
  }
}

TEST(ChatClient, signs_of_life_without_a_token_are_no_answer) {
  const Asked asked = ask_stub({{{"failure", "keep-alive-forever"}}},
                               within(Milliseconds(800), Milliseconds(10'000)));
  EXPECT_EQ(failure_of(asked), "timeout");
  EXPECT_EQ(asked.outcome.failure->what, "the model did not begin in time");
}

TEST(ChatClient, a_model_that_stops_in_the_middle_is_given_up) {
  const Asked asked =
      ask_stub({{{"failure", "hang-after-first-token"}}}, within(Milliseconds(1'200)));
  EXPECT_EQ(failure_of(asked), "timeout");
  EXPECT_FALSE(asked.heard.empty());
}

TEST(ChatClient, tries_once_more_and_no_more) {
  for (const char* failure : {"429", "500", "503", "error-before-text"}) {
    const Json fails = {{"failure", failure}};
    EXPECT_EQ(failure_of(ask_stub({fails, Json::object()})), "none") << failure;
    EXPECT_NE(failure_of(ask_stub({fails, fails, Json::object()})), "none") << failure;
    EXPECT_EQ(chat_stub().requests().size(), 2u) << failure;
  }
  EXPECT_EQ(failure_of(ask_stub({{{"failure", "close-at-once"}}, Json::object()})), "none");
}

TEST(ChatClient, does_not_try_again_what_would_fail_again) {
  for (const char* failure : {"400", "401", "404", "html"}) {
    EXPECT_NE(failure_of(ask_stub({{{"failure", failure}}, Json::object()})), "none");
    EXPECT_EQ(chat_stub().requests().size(), 1u) << failure;
  }
}

TEST(ChatClient, does_not_try_again_once_text_was_heard) {
  const Asked asked = ask_stub({{{"failure", "cut"}}, Json::object()});
  EXPECT_EQ(failure_of(asked), "unreachable");
  EXPECT_FALSE(asked.heard.empty());
}

TEST(ChatClient, waits_as_long_as_it_is_told_and_not_as_long_as_it_would) {
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.pause = std::chrono::hours(1);
  const Json busy = {{"failure", "429"}, {"retryAfter", "0"}};
  EXPECT_EQ(failure_of(ask_stub({busy, Json::object()}, endpoint)), "none");
}

TEST(ChatClient, does_not_wait_longer_than_there_is_time) {
  for (const char* retry_after :
       {"3600", "99999999999999999999", "Fri, 01 Jan 2027 00:00:00 GMT"}) {
    EXPECT_EQ(
        failure_of(ask_stub({{{"failure", "429"}, {"retryAfter", retry_after}}, Json::object()})),
        "rate");
    EXPECT_EQ(chat_stub().requests().size(), 1u) << retry_after;
  }
}

TEST(ChatClient, asks_again_without_what_is_refused_and_remembers_it) {
  for (const char* shape : {"openai", "fastapi", "vllm", "ollama", "gemini"}) {
    const Json refuses = {"logprobs", "stream_options", "max_tokens", "tools", "role"};
    chat_stub().behave({{{"shape", shape}, {"refuses", refuses}}});
    ChatClient client(chat_stub().http(), chat_stub().endpoint());
    EXPECT_EQ(ask(client).outcome.answer.text, kText) << shape;
    EXPECT_EQ(ask(client).outcome.answer.text, kText) << shape;
    // Five things, two steps to the role of the user, and the second question at once.
    EXPECT_EQ(chat_stub().requests().size(), 8u) << shape;
    const Json body = chat_stub().requests()[7]["body"];
    EXPECT_TRUE(body.contains("max_completion_tokens")) << shape;
    EXPECT_FALSE(body.contains("tools")) << shape;
    EXPECT_EQ(body["messages"][0]["role"], "user") << shape;
    EXPECT_EQ(client.dialect().dropped().size(), 6u) << shape;
  }
}

TEST(ChatClient, a_filtered_question_is_an_answer_without_text) {
  const Asked asked = ask_stub({{{"failure", "prompt-filtered"}}});
  ASSERT_TRUE(asked.outcome.ok());
  EXPECT_EQ(asked.outcome.answer.finish, Finish::kContentFilter);
}

TEST(ChatClient, saying_nothing_is_a_failure_unless_silence_was_asked_for) {
  EXPECT_EQ(failure_of(ask_stub({{{"text", ""}}})), "empty");
  EXPECT_EQ(failure_of(ask_stub({{{"text", "<think> still"}, {"finish", "length"}}})), "empty");
  ChatClient client(chat_stub().http(), chat_stub().endpoint());
  ChatRequest request = question();
  request.may_be_silent = true;
  EXPECT_EQ(failure_of(ask(client, request)), "none");
}

TEST(ChatClient, stays_at_home_when_the_address_is_not_allowed) {
  ChatClient client(std::make_shared<const HttpClient>(std::vector<std::string>{}),
                    chat_stub().endpoint());
  EXPECT_EQ(failure_of(ask(client)), "address");
}

TEST(ChatClient, a_server_that_is_not_there_is_unreachable) {
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.base_url = "http://127.0.0.1:1/v1";
  EXPECT_EQ(failure_of(ask_stub({Json::object()}, endpoint)), "unreachable");
}

/// Cancels as soon as the first text is heard.
TEST(ChatClient, stops_at_once_when_cancelled) {
  chat_stub().behave({{{"failure", "hang-after-first-token"}}});
  ChatClient client(chat_stub().http(), chat_stub().endpoint());
  Cancellation cancellation;
  std::optional<std::jthread> canceller;
  const auto outcome = client.ask(
      question(),
      [&](const std::string&) {
        if (!canceller) canceller.emplace([&] { cancellation.cancel(); });
      },
      cancellation);
  EXPECT_EQ(outcome.failure->kind, Kind::kCancelled);
}

TEST(ChatClient, stops_waiting_for_a_second_try_when_cancelled) {
  chat_stub().behave({{{"failure", "429"}, {"retryAfter", "9"}}});
  ChatClient client(chat_stub().http(), chat_stub().endpoint());
  Cancellation cancellation;
  std::jthread canceller([&] {
    while (chat_stub().requests().empty()) std::this_thread::yield();
    cancellation.cancel();
  });
  Cancellation& cancelled = cancellation;
  EXPECT_EQ(client.ask(question(), nullptr, cancelled).failure->kind, Kind::kCancelled);
}

}  // namespace
}  // namespace handoff
