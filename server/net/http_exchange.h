#pragma once

#include <optional>

#include "net/answer_reader.h"
#include "net/connection_gate.h"
#include "net/deadlines.h"
#include "net/line_pool.h"
#include "net/request_writer.h"

namespace handoff {

/// One call on one line, from the first byte to the last. For one thread; everything given to it
/// outlives it.
class HttpExchange {
 public:
  HttpExchange(Line& line, const HttpCall& call, const OutboundUrl& url, const AddressRules& rules,
               const std::string& ca_file, Cancellation* cancellation);
  ~HttpExchange();
  HttpExchange(const HttpExchange&) = delete;
  HttpExchange& operator=(const HttpExchange&) = delete;

  /// Blocks until the end. Throws what `on_body` threw.
  HttpOutcome run();

 private:
  std::optional<HttpOutcome> step();
  std::optional<CURLcode> finished();
  HttpOutcome outcome_of(CURLcode code);
  HttpOutcome failure(CURLcode code) const;
  bool cancelled() const { return cancellation_ && cancellation_->cancelled(); }

  Line& line_;
  const HttpCall& call_;
  Cancellation* cancellation_;
  Deadlines deadlines_;
  ConnectionGate gate_;
  AnswerReader reader_;
  CurlList headers_;
};

}  // namespace handoff
