#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "app.h"
#include "handoff/json.h"
#include "support/fake_clock.h"
#include "support/raw_client.h"
#include "support/temp_folder.h"

/// The whole server on a free port, with a clock that stands still and a fresh data folder, and a
/// client for it.
namespace handoff::testing {

/// Who a request comes from: a visitor's token, an API token, or an agent's session cookie.
struct Credentials {
  std::string bearer = {};
  std::string cookie = {};
};

/// One kept connection; JSON in, JSON out. Not thread-safe.
class ApiClient {
 public:
  explicit ApiClient(std::uint16_t port, Credentials credentials = {});

  struct Reply {
    int status = 0;
    Json body = nullptr;
    std::map<std::string, std::string> headers = {};
  };
  Reply get(const std::string& path) { return call("GET", path, nullptr); }
  Reply post(const std::string& path, const Json& body = Json::object()) {
    return call("POST", path, body);
  }
  Reply put(const std::string& path, const Json& body) { return call("PUT", path, body); }
  Reply remove(const std::string& path) { return call("DELETE", path, nullptr); }
  Reply call(const std::string& method, const std::string& path, const Json& body);
  /// The body as it is, for what is no JSON.
  Reply call_raw(const std::string& method, const std::string& path, const std::string& body);

  Credentials credentials;

 private:
  RawClient client_;
};

/// An AI that says "Yes." at once, or, while held, when it is let go.
class HeldResponder : public Responder {
 public:
  Result<handoff::Answer> respond(const Question& question, AnswerProgress& progress) override;

  void hold();
  void release();
  /// Waits until `count` questions have arrived in all.
  void wait_for(int count);
  int asked() const;
  Question last_question() const;
  /// What it says of every answer before it is held; a cancelled answer then ends at once.
  void begin_with(std::string text);
  /// What it answers with from now on; an error makes it fail.
  void answer_with(Result<handoff::Answer> answer);

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool held_ = false;
  int asked_ = 0;
  Question last_ = {};
  std::string beginning_ = {};
  Result<handoff::Answer> answer_ =
      handoff::Answer{.text = "Yes.", .confidence = 95, .kind = AnswerKind::kAnswered};
};

struct TestAppOptions {
  std::string settings = "{}";  ///< the settings file's text
  std::string now = "2026-11-23T10:00:00Z";
  bool builtin_ai = false;  ///< the real one, without articles; else a HeldResponder
};

class TestApp {
 public:
  explicit TestApp(TestAppOptions options = {});

  /// Stops the server and starts it again on the same data.
  void restart();

  std::uint16_t port() const { return app->port(); }
  ApiClient anonymous() const { return ApiClient(port()); }
  /// Adds the agent when there is none with this name, and signs in.
  ApiClient agent(const std::string& name, const std::string& role = "agent");
  /// A new conversation; the client carries its token.
  struct Visit {
    std::string id;
    ApiClient client;
    std::string path(const std::string& rest = "") const {
      return "/v1/conversations/" + id + rest;
    }
  };
  Visit visitor(const Json& start = Json::object());
  ApiClient bot(const std::string& scope = "bot");

  TempFolder folder;
  std::shared_ptr<FakeClock> clock;
  std::shared_ptr<HeldResponder> ai;
  std::unique_ptr<App> app;

 private:
  void start();
  TestAppOptions options_;
};

/// `message handoff.requested …` of a list of events.
std::string types_of(const Json& events);

}  // namespace handoff::testing
