#include "notify/smtp_session.h"

#include <algorithm>
#include <new>

#include "net/curl_option.h"
#include "net/request_writer.h"
#include "net/time_words.h"

namespace handoff {
namespace {

using How = SmtpEnd::How;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

std::size_t swallow(char*, std::size_t, std::size_t size, void*) { return size; }

std::string in_brackets(const std::string& address) { return "<" + address + ">"; }

/// At least one, at most an hour.
int whole_milliseconds(steady_clock::duration time) {
  const auto whole = std::chrono::ceil<milliseconds>(time).count();
  return static_cast<int>(std::clamp<long long>(whole, 1, 3'600'000));
}

}  // namespace

SmtpSession::SmtpSession(const SmtpJob& job, bool demand_tls)
    : job_(job),
      gate_(job.rules, demand_tls ? Traffic::kMailWithTls : Traffic::kMailWithoutTls),
      left_(job.message.bytes),
      multi_(curl_multi_init()),
      easy_(curl_easy_init()) {
  if (!multi_ || !easy_) throw std::bad_alloc();
  write_rules(easy_.get(), job.ca_file);
  write_connection(demand_tls);
  write_mail();
  gate_.guard(easy_.get());
  sockets_.watch(easy_.get());
  // The outcome is known by then, and nothing else would limit the wait for the answer.
  dialogue_.listen(easy_.get(), [this] { sockets_.stop_listening(); });
  if (curl_multi_add_handle(multi_.get(), easy_.get()) != CURLM_OK) throw std::bad_alloc();
}

SmtpSession::~SmtpSession() {
  sockets_.hang_up();
  curl_multi_remove_handle(multi_.get(), easy_.get());
}

void SmtpSession::write_connection(bool demand_tls) {
  CURL* easy = easy_.get();
  const auto until = job_.start + job_.times.total_within;
  const auto left = whole_milliseconds(until - steady_clock::now());
  set_option(easy, CURLOPT_CURLU, job_.url.handle.get());
  set_option(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set_option(easy, CURLOPT_USE_SSL,
             static_cast<long>(demand_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (!demand_tls) {
    set_option(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    set_option(easy, CURLOPT_SSL_VERIFYHOST, 0L);
  }
  // The greeting and the sign-in count as connecting for libcurl; servers may take their time.
  set_option(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(left));
  // It waits by itself for what the server says to the message.
  set_option(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(left));
  set_option(easy, CURLOPT_FORBID_REUSE, 1L);
  set_option(easy, CURLOPT_ERRORBUFFER, error_.data());
  set_option(easy, CURLOPT_WRITEFUNCTION, swallow);
  if (job_.settings.username.empty()) return;
  set_option(easy, CURLOPT_USERNAME, job_.settings.username.c_str());
  set_option(easy, CURLOPT_PASSWORD, job_.settings.password.c_str());
  set_option(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN;AUTH=CRAM-MD5");
}

void SmtpSession::write_mail() {
  CURL* easy = easy_.get();
  recipients_.reset(curl_slist_append(nullptr, in_brackets(job_.message.recipient).c_str()));
  if (!recipients_) throw std::bad_alloc();
  set_option(easy, CURLOPT_MAIL_FROM, in_brackets(job_.message.sender).c_str());
  set_option(easy, CURLOPT_MAIL_RCPT, recipients_.get());
  set_option(easy, CURLOPT_UPLOAD, 1L);
  set_option(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(left_.size()));
  set_option(easy, CURLOPT_READFUNCTION, give_bytes);
  set_option(easy, CURLOPT_READDATA, static_cast<void*>(this));
}

std::size_t SmtpSession::give_bytes(char* buffer, std::size_t size, std::size_t count, void* self) {
  auto& left = static_cast<SmtpSession*>(self)->left_;
  const std::size_t taken = left.copy(buffer, size * count);
  left.remove_prefix(taken);
  return taken;
}

SmtpEnd SmtpSession::run() {
  std::optional<Cancellation::Hook> hook;
  if (job_.cancellation) {
    hook.emplace(*job_.cancellation, [this] {
      sockets_.hang_up();
      curl_multi_wakeup(multi_.get());
    });
  }
  while (true) {
    if (auto end = step()) return std::move(*end);
  }
}

/// Does what can be done, then waits for more; nullopt: it goes on.
std::optional<SmtpEnd> SmtpSession::step() {
  int running = 0;
  if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) throw std::bad_alloc();
  if (const auto code = finished()) return after(*code);
  if (cancelled()) return ended(How::kCancelled);
  const auto until = job_.start + job_.times.total_within;
  const auto connected_until = std::min(begun_ + job_.times.connect_within, until);
  const bool connecting = connected_until < until && !is_connected();
  const auto left = (connecting ? connected_until : until) - steady_clock::now();
  if (left <= left.zero()) return too_slow(connecting);
  curl_multi_poll(multi_.get(), nullptr, 0, whole_milliseconds(left), nullptr);
  return std::nullopt;
}

std::optional<CURLcode> SmtpSession::finished() {
  int left = 0;
  const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
  if (!message || message->msg != CURLMSG_DONE) return std::nullopt;
  return message->data.result;
}

SmtpEnd SmtpSession::ended(How how, std::string reason) const {
  return {.how = how, .reason = std::move(reason), .reply = dialogue_.last()};
}

SmtpEnd SmtpSession::too_slow(bool connecting) const {
  if (connecting) {
    return ended(How::kTooSlow,
                 "no connection to the mail server within " + in_words(job_.times.connect_within));
  }
  return ended(How::kTooSlow,
               "the mail server was not done within " + in_words(job_.times.total_within));
}

SmtpEnd SmtpSession::after(CURLcode code) const {
  if (code != CURLE_OK && cancelled()) return ended(How::kCancelled);
  if (code == CURLE_OPERATION_TIMEDOUT) return too_slow(false);
  if (std::string reason = gate_.refusal(); code != CURLE_OK && !reason.empty()) {
    return ended(How::kNotAllowed, std::move(reason));
  }
  return {.code = code,
          .tls_error = error_.data(),
          .reply = dialogue_.last(),
          .went_private = gate_.went_private()};
}

bool SmtpSession::is_connected() const {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_CONNECT_TIME_T, &microseconds);
  return microseconds > 0;
}

}  // namespace handoff
