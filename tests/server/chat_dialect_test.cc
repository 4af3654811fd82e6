#include "ai/chat_dialect.h"

#include <gtest/gtest.h>

#include "ai/chat_request.h"
#include "ai/provider_json.h"

namespace handoff {
namespace {

using Role = ChatMessage::Role;

ProviderError error_in(std::string_view body) {
  const auto error = provider_error(provider_json(body).value());
  EXPECT_TRUE(error) << body;
  return error.value_or(ProviderError());
}

/// What a fresh dialect drops after this refusal.
std::vector<std::string> dropped_after(std::string_view body) {
  ChatDialect dialect;
  const bool again = dialect.learn(dialect.takes(), error_in(body));
  EXPECT_EQ(again, !dialect.dropped().empty()) << body;
  return dialect.dropped();
}

using Names = std::vector<std::string>;

TEST(ChatDialect, drops_what_a_refusal_names_in_a_field) {
  EXPECT_EQ(dropped_after(
                R"({"error":{"message":"no","param":"logprobs","code":"unsupported_parameter"}})"),
            Names{"logprobs"});
  EXPECT_EQ(dropped_after(R"({"object":"error","message":"no","param":"stream_options"})"),
            Names{"stream_options"});
}

TEST(ChatDialect, drops_what_a_refusal_names_in_words) {
  EXPECT_EQ(
      dropped_after(
          R"({"error":{"message":"Unsupported value: 'temperature' does not support 0.2 with this model."}})"),
      Names{"temperature"});
  EXPECT_EQ(dropped_after(R"({"error":"registry/gemma:2b does not support tools"})"),
            Names{"tools"});
  EXPECT_EQ(
      dropped_after(
          R"([{"error":{"code":400,"message":"Unknown name \"parallel_tool_calls\": Cannot find field."}}])"),
      Names{"parallel_tool_calls"});
  EXPECT_EQ(dropped_after(R"({"error":{"message":"tools param requires --jinja flag"}})"),
            Names{"tools"});
  EXPECT_EQ(
      dropped_after(
          R"({"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice"})"),
      Names{"tools"});
}

TEST(ChatDialect, drops_what_a_list_of_places_names) {
  EXPECT_EQ(
      dropped_after(
          R"({"detail":[{"type":"extra_forbidden","loc":["body","logprobs"],"msg":"Extra inputs"},
                                        {"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra"}]})"),
      (Names{"logprobs", "stream_options"}));
  EXPECT_EQ(
      dropped_after(
          R"({"object":"error","message":{"detail":[{"loc":["body","tools",0,"function","strict"],"msg":"Extra"}]}})"),
      Names{"strict"});
}

TEST(ChatDialect, renames_the_limit_of_an_answer_and_drops_it_when_that_is_refused_too) {
  ChatDialect dialect;
  const auto refusal = error_in(
      R"({"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens"}})");
  EXPECT_TRUE(dialect.learn(dialect.takes(), refusal));
  EXPECT_FALSE(dialect.takes().max_tokens);
  EXPECT_TRUE(dialect.takes().max_completion_tokens);
  EXPECT_TRUE(dialect.learn(dialect.takes(),
                            error_in(R"({"error":"unknown field max_completion_tokens"})")));
  EXPECT_FALSE(dialect.takes().max_completion_tokens);
  EXPECT_FALSE(dialect.learn(dialect.takes(),
                             error_in(R"({"error":"unknown field max_completion_tokens"})")));
  EXPECT_EQ(dialect.dropped(),
            (Names{"max_tokens -> max_completion_tokens", "max_completion_tokens"}));
}

TEST(ChatDialect, looks_for_the_role_that_instructions_may_have) {
  ChatDialect dialect;
  const auto refusal = error_in(R"({"error":{"message":"no","param":"messages[0].role"}})");
  EXPECT_TRUE(dialect.learn(dialect.takes(), refusal));
  EXPECT_EQ(dialect.takes().instructions, Takes::Role::kDeveloper);
  EXPECT_TRUE(dialect.learn(dialect.takes(), error_in(R"({"error":"System role not supported"})")));
  EXPECT_EQ(dialect.takes().instructions, Takes::Role::kUser);
  EXPECT_FALSE(dialect.learn(dialect.takes(), refusal));
}

TEST(ChatDialect, a_conversation_that_is_too_long_is_no_matter_of_dialect) {
  EXPECT_EQ(
      dropped_after(
          R"({"error":{"message":"This model's maximum context length is 4096 tokens, max_tokens is 600","param":"max_tokens"}})"),
      Names());
  EXPECT_EQ(dropped_after(
                R"({"error":{"message":"Reduce max_tokens","code":"context_length_exceeded"}})"),
            Names());
  EXPECT_EQ(dropped_after(R"({"error":{"message":"Invalid JSON"}})"), Names());
}

TEST(ChatDialect, what_somebody_else_has_learnt_meanwhile_is_worth_asking_again) {
  ChatDialect dialect;
  const Takes asked = dialect.takes();
  const auto refusal = error_in(R"({"error":{"param":"logprobs","message":""}})");
  EXPECT_TRUE(dialect.learn(asked, refusal));
  EXPECT_TRUE(dialect.learn(asked, refusal));
  EXPECT_EQ(dialect.dropped(), Names{"logprobs"});
}

ChatRequest request() {
  return {.model = "m",
          .messages = {{Role::kSystem, "rules"},
                       {Role::kUser, "hi"},
                       {Role::kAssistant, "hello"},
                       {Role::kUser, "why?"}},
          .may_hand_over = true,
          .max_tokens = 70};
}

Json body(const Takes& takes, const ChatRequest& asked = request()) {
  return *parse_json(request_body(asked, takes));
}

TEST(ChatRequest, asks_for_everything_of_a_server_nobody_knows) {
  const Json json = body({});
  EXPECT_EQ(json["model"], "m");
  EXPECT_EQ(json["stream"], true);
  EXPECT_EQ(json["stream_options"]["include_usage"], true);
  EXPECT_EQ(json["logprobs"], true);
  EXPECT_EQ(json["max_tokens"], 70);
  EXPECT_FALSE(json.contains("max_completion_tokens"));
  EXPECT_EQ(json["parallel_tool_calls"], false);
  EXPECT_EQ(json["messages"][0], (Json{{"role", "system"}, {"content", "rules"}}));
  EXPECT_EQ(json["messages"][2], (Json{{"role", "assistant"}, {"content", "hello"}}));
  const Json& function = json["tools"][0]["function"];
  EXPECT_EQ(function["name"], "handoff_to_human");
  EXPECT_EQ(function["strict"], true);
  EXPECT_EQ(function["parameters"]["additionalProperties"], false);
  EXPECT_EQ(function["parameters"]["required"], (Json{"reason", "summary", "urgency"}));
  EXPECT_EQ(function["parameters"]["properties"]["reason"]["enum"].size(), 6u);
}

TEST(ChatRequest, leaves_out_what_the_server_does_not_take) {
  const Json json = body({.tools = false,
                          .stream = false,
                          .logprobs = false,
                          .temperature = false,
                          .max_tokens = false,
                          .max_completion_tokens = true});
  for (const char* key : {"tools", "parallel_tool_calls", "stream", "stream_options", "logprobs",
                          "temperature", "max_tokens"}) {
    EXPECT_FALSE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["max_completion_tokens"], 70);
  EXPECT_FALSE(body({.strict_tools = false})["tools"][0]["function"].contains("strict"));
}

TEST(ChatRequest, puts_instructions_where_they_are_read) {
  EXPECT_EQ(body({.instructions = Takes::Role::kDeveloper})["messages"][0]["role"], "developer");
  const Json json = body({.instructions = Takes::Role::kUser});
  EXPECT_EQ(json["messages"].size(), 3u);
  EXPECT_EQ(json["messages"][0], (Json{{"role", "user"}, {"content", "rules\n\nhi"}}));
}

TEST(ChatRequest, a_summary_offers_no_tool) {
  ChatRequest asked = request();
  asked.may_hand_over = false;
  EXPECT_FALSE(body({}, asked).contains("tools"));
  EXPECT_FALSE(body({}, asked).contains("parallel_tool_calls"));
}

TEST(ProviderError, is_not_seen_in_an_answer) {
  EXPECT_FALSE(provider_error(*provider_json(R"({"choices":[],"error":null})")));
  EXPECT_FALSE(provider_error(*provider_json("[]")));
}

TEST(ProviderError, is_logged_in_one_short_line_without_the_secret) {
  EXPECT_EQ(for_the_log("Bad key sk-1\nin sk-1", "sk-1"), "Bad key … in …");
  EXPECT_EQ(for_the_log(std::string(500, 'a'), ""), std::string(200, 'a'));
}

}  // namespace
}  // namespace handoff
