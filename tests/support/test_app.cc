#include "support/test_app.h"

#include <stdexcept>

#include "handoff/settings_json.h"

namespace handoff::testing {
namespace {

constexpr const char* kPassword = "correct horse battery";

Config config_of(const std::string& text) {
  auto read = read_settings(text);
  if (!read.errors.empty())
    throw std::runtime_error(read.errors[0].path + ": " + read.errors[0].message);
  return {std::move(read.settings), *parse_json(text, {.comments = true})};
}

}  // namespace

ApiClient::ApiClient(std::uint16_t port, Credentials given)
    : credentials(std::move(given)), client_(port) {}

ApiClient::Reply ApiClient::call(const std::string& method, const std::string& path,
                                 const Json& body) {
  return call_raw(method, path, body.is_null() ? "" : dump_json(body));
}

ApiClient::Reply ApiClient::call_raw(const std::string& method, const std::string& path,
                                     const std::string& body) {
  std::string request =
      method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Handoff-Request: 1\r\n";
  if (!credentials.bearer.empty())
    request += "Authorization: Bearer " + credentials.bearer + "\r\n";
  if (!credentials.cookie.empty()) request += "Cookie: " + credentials.cookie + "\r\n";
  if (!body.empty()) request += "Content-Type: application/json\r\n";
  if (method != "GET") request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  const auto answer = client_.ask(request + "\r\n" + body);
  if (!answer) throw std::runtime_error("no answer to " + method + " " + path);
  auto parsed = parse_json(answer->body);
  return {answer->status, parsed ? std::move(*parsed) : Json(nullptr), answer->headers};
}

Result<handoff::Answer> HeldResponder::respond(const Question& question, AnswerProgress& progress) {
  const Cancellation::Hook hook(progress.cancellation(), [this] {
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  });
  std::unique_lock lock(mutex_);
  const std::string beginning = beginning_;
  lock.unlock();
  if (!beginning.empty()) progress.grows(beginning);
  lock.lock();
  ++asked_;
  last_ = question;
  changed_.notify_all();
  const auto gives_up = [&] { return !beginning.empty() && progress.cancellation().cancelled(); };
  changed_.wait(lock, [&] { return !held_ || gives_up(); });
  if (gives_up()) return Error{.code = ErrorCode::kUnavailable, .message = "cancelled"};
  return answer_;
}

void HeldResponder::begin_with(std::string text) {
  const std::lock_guard lock(mutex_);
  beginning_ = std::move(text);
}

void HeldResponder::hold() {
  const std::lock_guard lock(mutex_);
  held_ = true;
}

void HeldResponder::release() {
  const std::lock_guard lock(mutex_);
  held_ = false;
  changed_.notify_all();
}

void HeldResponder::wait_for(int count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return asked_ >= count; });
}

int HeldResponder::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

Question HeldResponder::last_question() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

void HeldResponder::answer_with(Result<handoff::Answer> answer) {
  const std::lock_guard lock(mutex_);
  answer_ = std::move(answer);
}

TestApp::TestApp(TestAppOptions options)
    : clock(std::make_shared<FakeClock>(*parse_rfc3339(options.now))),
      ai(std::make_shared<HeldResponder>()),
      options_(std::move(options)) {
  start();
}

void TestApp::start() {
  AppOptions options{
      .config = config_of(options_.settings), .data = folder.path() / "data", .clock = clock};
  const auto provider = options.config.settings.ai.provider;
  const bool stand_in =
      provider == AiSettings::Provider::kBuiltin || provider == AiSettings::Provider::kNone;
  if (!options_.builtin_ai && stand_in) options.responder = ai;
  auto created = App::create(std::move(options));
  if (!created) throw std::runtime_error(created.error().message);
  app = std::move(*created);
  if (const auto started = app->start(); !started)
    throw std::runtime_error(started.error().message);
}

void TestApp::restart() {
  app->stop(std::chrono::seconds(5));
  app.reset();
  start();
}

ApiClient TestApp::agent(const std::string& name, const std::string& role) {
  const std::string email = name + "@example.com";
  const auto added = app->accounts().add({email, name, role, kPassword});
  if (!added && added.error().code != ErrorCode::kConflict)
    throw std::runtime_error(added.error().message);
  ApiClient client(port());
  const auto signed_in = client.post("/v1/session", {{"email", email}, {"password", kPassword}});
  if (signed_in.status != 200)
    throw std::runtime_error("could not sign in: " + dump_json(signed_in.body));
  const std::string& cookie = signed_in.headers.at("set-cookie");
  client.credentials.cookie = cookie.substr(0, cookie.find(';'));
  return client;
}

TestApp::Visit TestApp::visitor(const Json& start) {
  ApiClient client(port());
  const auto started = client.post("/v1/sites/default/conversations", start);
  if (started.status != 201)
    throw std::runtime_error("could not start: " + dump_json(started.body));
  client.credentials.bearer = started.body["visitor_token"].get<std::string>();
  return {started.body["conversation"]["id"].get<std::string>(), std::move(client)};
}

ApiClient TestApp::bot(const std::string& scope) {
  const auto made = app->accounts().add_token("bot", scope);
  if (!made) throw std::runtime_error(made.error().message);
  return ApiClient(port(), {.bearer = made->token});
}

std::string types_of(const Json& events) {
  std::string out;
  for (const auto& event : events)
    out += (out.empty() ? "" : " ") + event["type"].get<std::string>();
  return out;
}

}  // namespace handoff::testing
