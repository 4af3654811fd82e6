#include "ai/chat_stream.h"

#include <gtest/gtest.h>

#include <random>

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

ChatStream read(std::string_view text, std::size_t piece = 1 << 20) {
  ChatStream stream;
  while (!text.empty() && stream.feed(text.substr(0, piece))) {
    text.remove_prefix(std::min(piece, text.size()));
  }
  stream.finish();
  return stream;
}

/// Each chunk as an event.
std::string events(const std::vector<std::string>& chunks) {
  std::string text;
  for (const auto& chunk : chunks) text += "data: " + chunk + "\n\n";
  return text;
}

std::string piece(const std::string& delta, const std::string& finish = "null") {
  return R"({"choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)" + finish + "}]}";
}

std::string said(const std::string& text) { return piece(R"({"content":")" + text + "\"}"); }

TEST(ChatStream, joins_the_pieces_of_an_answer) {
  const auto stream = read(events({piece(R"({"role":"assistant","content":""})"), said("Three "),
                                   said("days."), piece("{}", R"("stop")"), "[DONE]"}));
  EXPECT_EQ(stream.answer().text, "Three days.");
  EXPECT_EQ(stream.answer().finish, Finish::kStop);
  EXPECT_EQ(stream.problem(), "");
}

TEST(ChatStream, takes_choices_that_are_empty_null_or_absent) {
  const auto stream =
      read(events({R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})", said("a"),
                   piece("{}", R"("stop")"),
                   R"({"choices":null,"usage":{"prompt_tokens":12,"completion_tokens":3}})",
                   R"({"usage":{"prompt_tokens":12,"completion_tokens":"4"}})", "[DONE]"}));
  EXPECT_EQ(stream.answer().text, "a");
  EXPECT_EQ(stream.answer().prompt_tokens, 12);
  EXPECT_EQ(stream.answer().completion_tokens, 4);
}

TEST(ChatStream, does_without_done_when_the_reason_to_stop_has_come) {
  const auto stream = read(events({said("a"), piece("{}", R"("stop")")}));
  EXPECT_TRUE(stream.complete());
  EXPECT_EQ(stream.problem(), "");
}

TEST(ChatStream, does_without_a_reason_to_stop_when_done_has_come) {
  EXPECT_EQ(read(events({said("a"), "[DONE]"})).answer().finish, Finish::kStop);
}

TEST(ChatStream, wants_no_more_after_done) {
  ChatStream stream;
  EXPECT_FALSE(stream.feed(events({said("a"), "[DONE]", said("b"), "[DONE]"})));
  EXPECT_FALSE(stream.feed(events({said("c")})));
  stream.finish();
  EXPECT_EQ(stream.answer().text, "a");
}

TEST(ChatStream, an_answer_cut_in_the_middle_is_a_problem) {
  EXPECT_EQ(read(events({said("a")})).problem(), "the answer stopped in the middle");
  EXPECT_EQ(read("").problem(), "an empty answer");
  EXPECT_EQ(read("data: {\"choices\":[{\"delta\"").problem(),
            "not an answer of a chat model: a chunk is not JSON");
}

TEST(ChatStream, what_is_cut_after_the_end_is_not_missed) {
  const auto stream = read(events({said("a"), piece("{}", R"("stop")")}) + "data: {\"usage\":{");
  EXPECT_EQ(stream.problem(), "");
  EXPECT_EQ(stream.answer().text, "a");
}

TEST(ChatStream, an_error_inside_a_good_stream_ends_it) {
  for (const std::string error :
       {R"({"error":{"message":"overloaded","code":"server_error"}})", R"({"error":"overloaded"})",
        R"({"object":"error","message":"overloaded","code":500})"}) {
    ChatStream stream;
    EXPECT_FALSE(stream.feed(events({said("a"), error, said("b")}))) << error;
    ASSERT_TRUE(stream.answer().error) << error;
    EXPECT_EQ(stream.answer().error->message, "overloaded");
  }
  const auto named = read("event: error\ndata: {\"message\":\"overloaded\"}\n\n");
  ASSERT_TRUE(named.answer().error);
  EXPECT_EQ(named.answer().error->message, "overloaded");
}

TEST(ChatStream, takes_a_whole_body_although_a_stream_was_asked_for) {
  const auto stream = read(
      R"( {"id":"x","model":"m-1","choices":[{"message":{"role":"assistant","content":"Hello.","refusal":null},
      "finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2},"extra":{"a":[1]}})",
      3);
  EXPECT_EQ(stream.answer().text, "Hello.");
  EXPECT_EQ(stream.answer().model, "m-1");
  EXPECT_EQ(stream.answer().finish, Finish::kStop);
  EXPECT_EQ(stream.problem(), "");
}

TEST(ChatStream, says_what_is_no_answer) {
  EXPECT_EQ(read("<!doctype html><p>Bad gateway").problem(),
            "not an answer of a chat model: the body is not JSON");
  EXPECT_EQ(read(R"({"ok":true})").problem(), "not an answer of a chat model: no choice in it");
  EXPECT_EQ(read("Service unavailable").problem(), "an empty answer");
  EXPECT_EQ(read("data: hello\n\n").problem(),
            "not an answer of a chat model: a chunk is not JSON");
  EXPECT_EQ(read("data: 12\n\n").problem(), "not an answer of a chat model: a chunk is not JSON");
}

TEST(ChatStream, a_line_that_never_ends_is_given_up) {
  ChatStream stream;
  bool more = stream.feed("data: ");
  for (int i = 0; i < 1000 && more; ++i) more = stream.feed(std::string(1024, 'a'));
  EXPECT_FALSE(more);
  EXPECT_EQ(stream.problem(), "not an answer of a chat model: a line of more than 256 KiB");
}

TEST(ChatStream, a_tool_call_comes_in_fragments) {
  const auto stream = read(events(
      {piece(
           R"({"content":null,"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"handoff_to_human","arguments":""}}]})"),
       piece(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"reason\":"}}]})"),
       piece(
           R"({"tool_calls":[{"index":1,"id":"c2","function":{"name":"other","arguments":"{}"}}]})"),
       piece(R"({"tool_calls":[{"index":0,"function":{"arguments":"\"policy\"}"}}]})"),
       piece("{}", R"("tool_calls")"), "[DONE]"}));
  EXPECT_EQ(stream.answer().tool, (ToolCall{"handoff_to_human", R"({"reason":"policy"})"}));
  EXPECT_EQ(stream.answer().finish, Finish::kToolCalls);
}

TEST(ChatStream, a_tool_call_may_have_neither_index_nor_string) {
  const auto stream = read(events(
      {piece(
           R"({"tool_calls":[{"function":{"name":"handoff_to_human","arguments":{"reason":"other"}}}]})"),
       "[DONE]"}));
  EXPECT_EQ(stream.answer().tool, (ToolCall{"handoff_to_human", R"({"reason":"other"})"}));
  EXPECT_EQ(stream.answer().finish, Finish::kToolCalls);
}

TEST(ChatStream, adds_up_what_the_tokens_were_worth) {
  const auto stream = read(events(
      {R"({"choices":[{"delta":{"content":"a"},"logprobs":{"content":[{"token":"a","logprob":-0.5},{"token":"b","logprob":"-0.25"},{"token":"c","logprob":null},{"token":"d","logprob":0.001}]}}]})",
       R"({"choices":[{"delta":{},"logprobs":null,"finish_reason":"stop"}]})"}));
  EXPECT_EQ(stream.answer().logprob_count, 3);
  EXPECT_DOUBLE_EQ(stream.answer().logprob_sum, -0.75);
}

TEST(ChatStream, keeps_a_refusal_apart_from_the_text) {
  const auto stream = read(events({piece(R"({"refusal":"I cannot "})"),
                                   piece(R"({"refusal":"do that."})"), piece("{}", R"("stop")")}));
  EXPECT_EQ(stream.answer().refusal, "I cannot do that.");
  EXPECT_EQ(stream.answer().text, "");
}

TEST(ChatStream, knows_the_reasons_to_stop) {
  EXPECT_EQ(read(events({piece("{}", R"("length")")})).answer().finish, Finish::kLength);
  EXPECT_EQ(read(events({piece("{}", R"("content_filter")")})).answer().finish,
            Finish::kContentFilter);
  EXPECT_EQ(read(events({piece("{}", R"("eos")")})).answer().finish, Finish::kStop);
}

TEST(ChatStream, content_may_come_in_parts) {
  const auto stream = read(events(
      {piece(R"({"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]})"), "[DONE]"}));
  EXPECT_EQ(stream.answer().text, "ab");
}

TEST(ChatStream, mends_characters_that_were_cut_between_tokens) {
  EXPECT_EQ(read(events({said("a\xF0\x9F"), said("\\ud83d b \\ud83d\\ude00 \\\\ud83d"), "[DONE]"}))
                .answer()
                .text,
            "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD b 😀 \\ud83d");
}

TEST(ChatStream, fields_of_wrong_types_are_passed_over) {
  for (const char* chunk :
       {R"({"choices":"none"})", R"({"choices":[null,1,"a",[]]})", R"({"choices":{"delta":{}}})",
        R"({"choices":[{"delta":"text","finish_reason":7}]})", R"([])", R"([{"choices":[]}])",
        R"({"choices":[{"delta":{"content":{"a":1},"tool_calls":{"index":0}}}]})",
        R"({"choices":[{"delta":{"tool_calls":[null,{"function":"x"}]}}]})",
        R"({"choices":[{"logprobs":{"content":[1,"a",null]}}],"usage":[],"model":{}})"}) {
    const auto stream = read(events({chunk, said("a"), piece("{}", R"("stop")")}));
    EXPECT_EQ(stream.answer().text, "a") << chunk;
  }
}

TEST(ChatStream, other_choices_than_the_first_are_not_mixed_in) {
  const auto stream = read(events(
      {R"({"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}]})",
       "[DONE]"}));
  EXPECT_EQ(stream.answer().text, "a");
}

/// A stream as servers send it, with everything in it.
std::string recorded() {
  return ": ping\r\n\r\n" +
         events(
             {R"({"choices":[],"prompt_filter_results":[]})",
              piece(R"({"role":"assistant","content":""})"), said("Livrarea durează "),
              said("trei zile 🚲. "),
              R"({"choices":[{"delta":{"content":"x"},"logprobs":{"content":[{"token":"x","logprob":-0.125}]}}]})"}) +
         "\r\n: keep-alive\r\ndata: " +
         piece(
             R"({"tool_calls":[{"index":0,"id":"c","function":{"name":"handoff_to_human","arguments":"{\"reason\":"}}]})") +
         "\r\n\r\n" +
         events({piece(R"({"tool_calls":[{"index":0,"function":{"arguments":"\"other\"}"}}]})"),
                 piece("{}", R"("tool_calls")"), R"({"choices":null,"usage":{"prompt_tokens":5}})",
                 "[DONE]"});
}

TEST(ChatStream, any_cuts_of_a_recorded_stream_give_the_same_answer) {
  const std::string text = recorded();
  const ChatAnswer whole = read(text).answer();
  EXPECT_EQ(whole.text, "Livrarea durează trei zile 🚲. x");
  EXPECT_EQ(read(text, 1).answer(), whole);
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    ChatStream stream;
    for (std::string_view rest = text; !rest.empty();) {
      const auto size = std::min<std::size_t>(1 + random() % 40, rest.size());
      if (!stream.feed(rest.substr(0, size))) break;
      rest.remove_prefix(size);
    }
    stream.finish();
    EXPECT_EQ(stream.answer(), whole);
  }
}

TEST(ChatStream, damaged_streams_do_no_harm) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string text = recorded();
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = text;
    for (int i = 0; i < 4; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto stream = read(damaged, 1 + random() % 50);
    EXPECT_LE(stream.answer().text.size(), text.size() * 3);
  }
}

TEST(SpokenPart, leaves_out_what_was_thought_aloud) {
  EXPECT_EQ(spoken_part("<think>They ask about delivery.</think>\n\nThree days."), "Three days.");
  EXPECT_EQ(spoken_part("\n<think>Still at it"), "");
  EXPECT_EQ(spoken_part("<thi"), "");
  EXPECT_EQ(spoken_part("Three days. <think> stays"), "Three days. <think> stays");
  EXPECT_EQ(spoken_part(" "), "");
}

}  // namespace
}  // namespace handoff
