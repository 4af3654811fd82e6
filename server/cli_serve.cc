#include "cli_serve.h"

#include <signal.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <iostream>
#include <thread>

#include "app.h"
#include "service/secrets.h"

namespace handoff {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFirstEmail = "admin@localhost";

/// The computer's clock, moved so that it started at a given instant: for trying out hours
/// (HANDOFF_TEST_CLOCK).
class MovedClock : public Clock {
 public:
  explicit MovedClock(Instant start) : offset_(start - SystemClock().now()) {}
  Instant now() const override { return SystemClock().now() + offset_; }

 private:
  const Milliseconds offset_;
};

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

std::optional<Address> read_address(const std::string& listen) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string port = listen.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  if (std::stoi(port) > 65535) return std::nullopt;
  std::string host = listen.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  if (host.empty()) return std::nullopt;
  return Address{host, static_cast<std::uint16_t>(std::stoi(port))};
}

int refuse(const Error& error, std::ostream& err) {
  if (error.fields.empty()) err << "handoff: " << error.message << '\n';
  for (const auto& field : error.fields) {
    err << "handoff: " << field.path << (field.path.empty() ? "" : ": ") << field.message << '\n';
  }
  return error.code == ErrorCode::kInvalid ? 2 : 1;
}

/// Ten thousand streams are ten thousand descriptors.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// Blocked in every thread that starts after this; `wait_for_signal` takes them one at a time.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

void wait_for_signal(const sigset_t& signals) {
  int which = 0;
  sigwait(&signals, &which);
}

/// The web files of the build that this program belongs to: build/release/bin/handoff -> build/web.
fs::path own_web_files() {
  std::error_code code;
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  const fs::path beside = program.parent_path() / ".." / ".." / "web";
  return fs::exists(beside / "dashboard" / "index.html", code) ? fs::weakly_canonical(beside, code)
                                                               : fs::path();
}

/// On the very first start: an administrator with a password that is shown once.
Result<std::string> first_password(App& app) {
  if (!app.accounts().list().empty()) return std::string();
  const std::string password = random_password();
  const auto added = app.accounts().add({kFirstEmail, "Admin", "admin", password});
  if (!added) return added.error();
  return password;
}

void greet(const std::string& base, const std::string& password, std::ostream& out) {
  out << "demo page   " << base << "/demo\n"
      << "dashboard   " << base << "/\n";
  if (password.empty()) {
    out << "sign in     with your account (the first password was shown at the first start)\n";
  } else {
    out << "sign in     " << kFirstEmail << "  " << password << "   (shown only this once)\n";
  }
}

std::shared_ptr<const Clock> clock_for(const Environment& environment) {
  const auto moved = environment.find("HANDOFF_TEST_CLOCK");
  const auto start = moved == environment.end() ? std::nullopt : parse_rfc3339(moved->second);
  if (start) return std::make_shared<const MovedClock>(*start);
  return std::make_shared<const SystemClock>();
}

void serve_until_told(App& app, const sigset_t& signals) {
  wait_for_signal(signals);
  std::thread([&app, signals] {
    wait_for_signal(signals);
    app.stop(std::chrono::milliseconds(0));
  }).detach();
  app.stop();
}

}  // namespace

int run_serve(const Config& config, const Environment& environment, const ServeArguments& arguments,
              std::ostream& out, std::ostream& err) {
  const auto address = read_address(arguments.listen);
  if (!address)
    return refuse(invalid("--listen", "is \"" + arguments.listen +
                                          "\"; HOST:PORT is accepted, such as 127.0.0.1:8080"),
                  err);
  spdlog::set_default_logger(spdlog::stderr_color_mt("handoff"));
  const sigset_t signals = block_signals();
  raise_descriptor_limit();
  AppOptions options{.config = config,
                     .data = arguments.data,
                     .web = arguments.web.empty() ? own_web_files() : arguments.web};
  options.listener.host = address->host;
  options.listener.port = address->port;
  options.clock = clock_for(environment);
  auto app = App::create(std::move(options));
  if (!app) return refuse(app.error(), err);
  if (const auto started = (*app)->start(); !started) return refuse(started.error(), err), 1;
  const std::string host =
      address->host.find(':') == std::string::npos ? address->host : "[" + address->host + "]";
  const std::string port = std::to_string((*app)->port());
  if (arguments.greet) {
    const auto password = first_password(**app);
    if (!password) return refuse(password.error(), err);
    greet("http://" + (host == "127.0.0.1" ? "localhost" : host) + ":" + port, *password, out);
  }
  out << "listening on http://" << host << ":" << port << std::endl;
  serve_until_told(**app, signals);
  return 0;
}

}  // namespace handoff
