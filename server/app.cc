#include "app.h"

#include <spdlog/spdlog.h>

#include "app_ai.h"
#include "http/api.h"
#include "http/cors.h"
#include "http/notification_api.h"
#include "http/static_files.h"
#include "http/visitor_mail_api.h"
#include "outbox/delivery_worker.h"
#include "outbox/worker.h"
#include "service/effects.h"
#include "service/housekeeper.h"
#include "service/notification_plan.h"
#include "service/notifier.h"
#include "service/secrets.h"
#include "service/team_return.h"
#include "service/topics.h"
#include "time/zone_table.h"

namespace handoff {
namespace {

http::ListenerOptions with_limits(http::ListenerOptions options, const LimitSettings& limits) {
  options.header_bytes = static_cast<std::size_t>(limits.header_bytes);
  options.header_lines = static_cast<std::size_t>(limits.header_lines);
  options.connections_per_address = static_cast<std::size_t>(limits.connections_per_address);
  options.request_deadline = std::chrono::seconds(limits.request_seconds);
  return options;
}

/// A disk that has failed may have dropped what it was told to keep: only a restart reads what is
/// really there.
DatabaseOptions database_options() {
  DatabaseOptions options;
  options.writer.on_broken = [](const std::string& what) {
    spdlog::critical(
        "the disk failed, the server ends so that it starts from what is really stored: {}", what);
    std::_Exit(1);
  };
  return options;
}

}  // namespace

/// In the order in which they need each other; destroyed the other way round.
struct App::Parts {
  Parts(AppOptions given, std::shared_ptr<const Clock> time, std::unique_ptr<Database> opened,
        std::shared_ptr<const Site> site, std::shared_ptr<const HttpClient> client, VapidKey vapid,
        AppAi made, std::optional<http::StaticFiles> web)
      : options(std::move(given)),
        clock(std::move(time)),
        database(std::move(opened)),
        files(std::move(web)),
        outbound(std::move(client)),
        ai(std::move(made)),
        sites(site),
        zones(*clock),
        hub({.generation = database->generation(),
             .heartbeat = options.heartbeat,
             .streams = static_cast<std::size_t>(site->settings.limits.streams)}),
        presence(*clock,
                 [this](const std::string& agent) {
                   return hub.open_of(topics::agent_inbox_principal(agent));
                 }),
        announcer(hub),
        answers(announcer),
        accounts(*database, *clock, site->settings.site.id),
        reports(*database, site->settings.site.id),
        conversations({*database, sites, *clock, zones, presence, announcer, answers,
                       [this] { wake_workers(); }, [this] { housekeeper.wake(); },
                       [this](const std::string& id) { return visitor_mail.is_here(id); }}),
        own_bot({conversations, *database, *clock, *outbound}, site->settings.ai, ai.link_hosts),
        ai_turn(conversations, announcer, answers, ai.responder.get()),
        summaries(*database, *clock, conversations, announcer, ai.summarizer.get()),
        ai_desk({*database, sites, answers, ai.responder.get(), ai.health, ai.articles}),
        effects(conversations, ai_turn, own_bot, summaries),
        outbox(*database, *clock,
               [this](const store::OutboxRow& row) { return effects.perform(row); }),
        team_return({*database, sites, *clock, conversations, hub, [this] { deliveries.wake(); }}),
        channels({*database, sites, *clock, *outbound, std::move(vapid)}),
        visitor_mail({*database, sites, *clock, hub, channels, [this] { deliveries.wake(); }}),
        visitor_mail_links({*database, sites, *clock, visitor_mail}),
        notifier({conversations, *database, sites, *clock, presence, hub, channels, visitor_mail,
                  [this] { return address(); }}),
        deliveries(*database, *clock,
                   [this](const store::Delivery& delivery) { return notifier.send(delivery); }),
        notification_desk({*database, sites, *clock, channels, [this] { return address(); },
                           [this] { deliveries.wake(); }}),
        housekeeper({*database, sites, *clock, presence, announcer, conversations, team_return,
                     visitor_mail}),
        per_minute(*clock, Seconds(60)),
        per_hour(*clock, Seconds(3600)),
        router(hub, {.body_bytes = static_cast<std::size_t>(site->settings.limits.body_bytes),
                     .trusted_proxies = site->settings.limits.trusted_proxies}),
        api(router, {sites, *clock, *database, hub, conversations, accounts, presence, announcer,
                     reports, summaries, ai_desk, own_bot, visitor_mail, per_minute, per_hour,
                     draining, [this] { return listener ? &listener->counters() : nullptr; }}) {
    add_routes();
  }

  void wake_workers() {
    outbox.wake();
    deliveries.wake();
  }

  /// Where this server listens: for links where the settings do not say more.
  std::string address() const {
    const std::string& host = options.listener.host;
    const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return "http://" + shown + ":" + std::to_string(listener->port());
  }

  void add_routes() {
    http::add_cors(router, sites);
    http::add_public_routes(api);
    http::add_conversation_routes(api);
    http::add_handoff_routes(api);
    http::add_stream_routes(api);
    http::add_inbox_routes(api);
    http::add_session_routes(api);
    http::add_team_routes(api);
    http::add_settings_routes(api);
    http::add_ai_routes(api);
    http::add_preference_routes(api);
    http::add_push_routes(api, notification_desk);
    http::add_notification_routes(api, notification_desk);
    http::add_whatsapp_routes(api, notification_desk);
    http::add_visitor_mail_routes(api, visitor_mail, visitor_mail_links);
    http::add_operations_routes(api);
    if (files) files->add_routes(router);
    listener = std::make_unique<http::Listener>(
        with_limits(options.listener, sites.current()->settings.limits), router, hub);
  }

  AppOptions options;
  std::shared_ptr<const Clock> clock;
  std::unique_ptr<Database> database;
  std::optional<http::StaticFiles> files;
  std::shared_ptr<const HttpClient> outbound;
  AppAi ai;
  Sites sites;
  ZoneCache zones;
  live::Hub hub;
  Presence presence;
  Announcer announcer;
  AnswersUnderWay answers;
  Accounts accounts;
  Reports reports;
  Conversations conversations;
  OwnBot own_bot;
  AiTurn ai_turn;
  Summaries summaries;
  AiDesk ai_desk;
  Effects effects;
  OutboxWorker outbox;
  TeamReturn team_return;
  Channels channels;
  VisitorMail visitor_mail;
  VisitorMailLinks visitor_mail_links;
  Notifier notifier;
  DeliveryWorker deliveries;
  NotificationDesk notification_desk;
  Housekeeper housekeeper;
  RateLimiter per_minute;
  RateLimiter per_hour;
  std::atomic<bool> draining{false};
  http::Router router;
  http::Api api;
  std::unique_ptr<http::Listener> listener;
};

App::App(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

App::~App() { stop(std::chrono::milliseconds(0)); }

namespace {

void warn_of_silence(const NotificationSettings& notifications) {
  if (tells_anybody(notifications)) return;
  spdlog::warn(
      "no notifications are set: nobody is told of a waiting visitor outside the dashboard");
}

}  // namespace

Result<std::unique_ptr<App>> App::create(AppOptions options) {
  if (!secrets_ready())
    return Error{.code = ErrorCode::kUnavailable, .message = "this machine has no randomness"};
  auto clock = options.clock ? options.clock : std::make_shared<const SystemClock>();
  const Settings& settings = options.config.settings;
  warn_of_silence(settings.notifications);
  auto zone = zone_table(settings.availability.timezone, clock->now());
  if (!zone) return zone.error();
  auto outbound = std::make_shared<const HttpClient>(settings.outbound_private_cidrs);
  auto ai = make_ai(settings, outbound, clock);
  if (!ai) return ai.error();
  if (options.responder) ai->responder = options.responder;
  std::optional<http::StaticFiles> files;
  if (!options.web.empty()) {
    auto loaded = http::StaticFiles::load(options.web);
    if (!loaded) return loaded.error();
    files = std::move(*loaded);
  }
  auto database = Database::open(options.data, database_options());
  if (!database) return database.error();
  auto vapid = load_vapid_key(**database);
  if (!vapid) return vapid.error();
  auto site = std::make_shared<const Site>(
      Site{settings, std::move(*zone), Detector(settings.triggers), options.config.source});
  return std::unique_ptr<App>(new App(std::make_unique<Parts>(
      std::move(options), std::move(clock), std::move(*database), std::move(site),
      std::move(outbound), std::move(*vapid), std::move(*ai), std::move(files))));
}

Result<Done> App::start() {
  parts_->outbox.start();
  parts_->deliveries.start();
  parts_->housekeeper.start();
  return parts_->listener->start();
}

std::uint16_t App::port() const { return parts_->listener->port(); }

void App::stop(std::chrono::milliseconds grace) {
  parts_->draining = true;
  parts_->listener->stop(grace);
  parts_->housekeeper.stop();
  parts_->channels.stop();
  parts_->deliveries.stop();
  parts_->outbox.stop();
}

Accounts& App::accounts() { return parts_->accounts; }

const std::vector<http::Api::Entry>& App::routes() const { return parts_->api.entries(); }

void App::tick() { parts_->housekeeper.tick(); }

void App::drain() {
  parts_->outbox.drain();
  parts_->deliveries.drain();
}

}  // namespace handoff
