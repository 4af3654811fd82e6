#pragma once

#include <string>
#include <string_view>

#include "ai/chat_answer.h"
#include "ai/sse_reader.h"

namespace handoff {

/// Reads the body of a successful answer while it arrives, whatever form it has: a stream of
/// events, or one JSON body although a stream was asked for. Not thread-safe.
class ChatStream {
 public:
  /// False once nothing more is wanted: `[DONE]`, an error, or something that is no answer.
  bool feed(std::string_view bytes);
  /// The connection has ended, in whatever way.
  void finish();

  const ChatAnswer& answer() const { return fold_.answer(); }
  bool begun() const { return fold_.begun(); }
  /// True when the model has said all it had to say; what comes after that may be lost.
  bool complete() const;
  /// What is wrong with the body; empty: nothing. "not an answer of a chat model: …"
  const std::string& problem() const { return problem_; }

 private:
  enum class Form { kUnknown, kEvents, kBody };

  bool feed_events(std::string_view bytes);
  void take(const SseEvent& event);
  void read_body();

  Form form_ = Form::kUnknown;
  std::string body_ =
      {};  ///< all of it when it is no stream; else what came before the form was clear
  SseReader reader_ = SseReader();
  ChatFold fold_ = {};
  bool over_ = false;
  std::string problem_ = {};
};

}  // namespace handoff
