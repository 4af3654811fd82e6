#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include "http/fields.h"
#include "http/openapi.h"
#include "service/notification_plan.h"
#include "store/conversations.h"

/// Health, metrics and the description of the interface.
namespace handoff::http {
namespace {

Result<Response> health(Call&) { return json_response(200, {{"status", "ok"}}); }

Result<Response> ready(Call& call) {
  if (call.services.draining) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "the server is stopping",
                 .retry_after_seconds = 5};
  }
  const auto answers = call.services.database.read([](Connection& connection) -> Result<Done> {
    connection.prepare("SELECT 1")->executeStep();
    return Done{};
  });
  if (!answers) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "the database does not answer",
                 .retry_after_seconds = 5};
  }
  return json_response(200, {{"status", "ready"}});
}

prometheus::MetricFamily family(const std::string& name, const std::string& help,
                                prometheus::MetricType type) {
  return {name, help, type, {}};
}

prometheus::ClientMetric gauge(double value,
                               std::vector<prometheus::ClientMetric::Label> labels = {}) {
  prometheus::ClientMetric metric;
  metric.label = std::move(labels);
  metric.gauge.value = value;
  metric.counter.value = value;
  return metric;
}

std::vector<prometheus::MetricFamily> collect(const Call& call) {
  using prometheus::MetricType;
  std::vector<prometheus::MetricFamily> out;
  const std::string site = call.services.sites.current()->settings.site.id;
  out.push_back(family("handoff_conversations", "Conversations by state.", MetricType::Gauge));
  for (const char* state : {"ai", "waiting", "human", "callback", "closed"}) {
    const int count = call.services.database.read(
        [&](Connection& connection) { return store::count_in_state(connection, site, state); });
    out.back().metric.push_back(gauge(count, {{"state", state}}));
  }
  out.push_back(family("handoff_agents_online", "Agents who are online.", MetricType::Gauge));
  out.back().metric.push_back(gauge(call.services.presence.online_count()));
  const live::HubCounts hub = call.services.hub.counts();
  out.push_back(
      family("handoff_streams_open", "Open event streams and long polls.", MetricType::Gauge));
  out.back().metric.push_back(gauge(static_cast<double>(hub.open)));
  out.push_back(family("handoff_events_published_total", "Events handed to the live hub.",
                       MetricType::Counter));
  out.back().metric.push_back(gauge(static_cast<double>(hub.published)));
  out.push_back(family("handoff_untold_total",
                       "Requests for a person that nobody was told of. Should stay 0.",
                       MetricType::Counter));
  out.back().metric.push_back(gauge(static_cast<double>(untold_handoffs())));
  const Counters* counters = call.services.counters();
  if (!counters) return out;
  out.push_back(
      family("handoff_connections_open", "Open connections, streams included.", MetricType::Gauge));
  out.back().metric.push_back(gauge(static_cast<double>(counters->connections)));
  out.push_back(family("handoff_http_responses_total", "Answers by status.", MetricType::Counter));
  for (std::size_t status = 100; status < counters->answers.size(); ++status) {
    const auto count = counters->answers[status].load();
    if (count > 0)
      out.back().metric.push_back(
          gauge(static_cast<double>(count), {{"status", std::to_string(status)}}));
  }
  return out;
}

Result<Response> metrics(Call& call) {
  Response response;
  response.content(200, "text/plain; version=0.0.4; charset=utf-8",
                   prometheus::TextSerializer().Serialize(collect(call)));
  return response;
}

Result<Response> openapi(Call&) {
  Response response;
  response.content(200, "application/json", std::string(openapi_document()));
  return response;
}

}  // namespace

void add_operations_routes(Api& api) {
  api.add(kAnybody, "GET", "/healthz", health);
  api.add(kAnybody, "GET", "/readyz", ready);
  api.add(kAnybody, "GET", "/metrics", metrics);
  api.add(kAnybody, "GET", "/openapi.json", openapi);
}

}  // namespace handoff::http
