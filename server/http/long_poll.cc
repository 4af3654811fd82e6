#include "http/long_poll.h"

#include <utility>

#include "http/problem.h"

namespace handoff::http {

LongPoll::LongPoll(FrontParts& parts, IoThread& io, Reply waiting, std::function<void(Reply)> done)
    : parts_(parts),
      io_(io),
      waiting_(std::move(waiting)),
      done_(std::move(done)),
      timer_(io.context()) {
  ++parts_.counters.waiting;
}

LongPoll::~LongPoll() { --parts_.counters.waiting; }

void LongPoll::begin() {
  auto subscription = parts_.hub.subscribe(waiting_.wait->place, shared_from_this());
  if (!subscription.ok()) return answered(problem(subscription.error()));
  auto place = std::make_shared<live::Subscription>(std::move(subscription).value());
  bool has_answer = false;
  Response response = poll_once(false, has_answer);
  if (has_answer) return answered(std::move(response));
  io_.post([self = shared_from_this(), place] {
    if (!self->finished_) self->subscription_ = std::move(*place);
    self->asked();
  });
}

void LongPoll::cancel() { finish(); }

void LongPoll::deliver(std::int64_t seq, const live::Frame&) {
  if (seq != 0) io_.post([self = shared_from_this()] { self->wake(false); });
}

void LongPoll::heartbeat(const live::Frame&) {}

void LongPoll::end(live::EndReason) {
  io_.post([self = shared_from_this()] { self->wake(true); });
}

// On a worker.
void LongPoll::ask(bool last) {
  bool has_answer = false;
  Response response = poll_once(last, has_answer);
  if (has_answer) return answered(std::move(response));
  io_.post([self = shared_from_this()] { self->asked(); });
}

Response LongPoll::poll_once(bool last, bool& answered) {
  try {
    Response response;
    answered = waiting_.wait->poll(response, last);
    if (!answered && last) response = incident("a long poll gave no answer at its end");
    answered = answered || last;
    return response;
  } catch (const std::exception& error) {
    answered = true;
    return incident(error.what());
  } catch (...) {
    answered = true;
    return incident("a long poll threw something that is not an exception");
  }
}

// On a worker: an answer is rendered there too.
void LongPoll::answered(Response response) {
  auto reply = std::make_shared<Reply>(waiting_.finish(response, parts_.draining));
  io_.post([self = shared_from_this(), reply] {
    if (self->finished_) return;
    const auto done = std::move(self->done_);
    self->finish();
    done(std::move(*reply));
  });
}

void LongPoll::asked() {
  asking_ = false;
  if (finished_) return;
  if (again_) return wake(false);
  if (!std::exchange(timed_, true)) start_timer();
}

void LongPoll::start_timer() {
  timer_.expires_after(waiting_.wait->timeout);
  timer_.async_wait([self = weak_from_this()](boost::system::error_code error) {
    const auto poll = self.lock();
    if (!error && poll) poll->wake(true);
  });
}

void LongPoll::wake(bool last) {
  if (finished_) return;
  last_ = last_ || last;
  again_ = asking_;
  if (asking_) return;
  asking_ = true;
  parts_.workers.submit([self = shared_from_this(), final = last_] { self->ask(final); });
}

// `done_` holds the connection, which holds this: letting it go is what frees both.
void LongPoll::finish() {
  finished_ = true;
  timer_.cancel();
  done_ = nullptr;
  subscription_.release();
}

}  // namespace handoff::http
