#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "ai/responder.h"
#include "config.h"
#include "handoff/result.h"
#include "http/api.h"
#include "http/listener.h"
#include "service/accounts.h"
#include "time/clock.h"

/// The whole server, wired. Used by main.cc and by the tests, which thereby start what users run.
namespace handoff {

struct AppOptions {
  Config config = {};
  std::filesystem::path data;      ///< folder of the database; created when missing
  std::filesystem::path web = {};  ///< the built web files; empty: only the API is served
  http::ListenerOptions listener = {};
  std::shared_ptr<const Clock> clock = nullptr;    ///< null: the computer's
  std::shared_ptr<Responder> responder = nullptr;  ///< null: as the settings say
  std::chrono::milliseconds heartbeat{15'000};
};

class App {
 public:
  /// Opens the database and reads the web files and the knowledge. kUnavailable: data folder or
  /// database; kInvalid: settings, folders that are missing.
  static Result<std::unique_ptr<App>> create(AppOptions options);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// Starts the threads and listens. kUnavailable for a port in use.
  Result<Done> start();
  std::uint16_t port() const;
  /// Ends streams, finishes running requests for up to `grace`, then everything else. A second call
  /// ends the grace.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

  Accounts& accounts();
  /// Every route of the API, for the test that holds the OpenAPI document to them.
  const std::vector<http::Api::Entry>& routes() const;
  /// One round of what time brings about, at once; tests call it after they moved the clock.
  void tick();
  /// Waits until every effect that is due has been performed.
  void drain();

 private:
  struct Parts;
  explicit App(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace handoff
