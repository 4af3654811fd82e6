#include "service/ai_desk.h"

#include <array>
#include <chrono>

#include "ai/silent_progress.h"
#include "store/calibration.h"

namespace handoff {
namespace {

constexpr std::array<const char*, 4> kProviders{"builtin", "openai", "external", "none"};
const char* state_of(const AiHealth& health) {
  if (health.breaker == CircuitBreaker::State::kOpen) return "paused";
  if (health.answers + health.failures == 0) return "unknown";
  const bool failed_last =
      !health.last_failures.empty() &&
      (!health.last_answer_at || health.last_failures.front().at > *health.last_answer_at);
  return failed_last ? "failing" : "ok";
}

Json optional_time(const std::optional<Instant>& at) {
  return at ? Json(format_utc(*at)) : Json(nullptr);
}

Json optional_word(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// The address without a query, which may hold a key.
std::string endpoint_of(const std::string& url) { return url.substr(0, url.find('?')); }

void put_health(Json& out, const AiHealth& health, const AnswersUnderWay& answers) {
  out["health"] = {{"state", state_of(health)},
                   {"last_answer_at", optional_time(health.last_answer_at)},
                   {"retry_at", optional_time(health.retry_at)}};
  out["counts"] = {{"answers", answers.completed()},
                   {"failures", health.failures},
                   {"fallbacks", health.fallbacks},
                   {"withdrawn", answers.withdrawn()},
                   {"guarded", health.guarded + health.withdrawn}};
  out["latency_ms"] = nullptr;
  if (health.slow.count() > 0)
    out["latency_ms"] = {{"p50", health.typical.count()}, {"p90", health.slow.count()}};
  out["errors"] = Json::array();
  for (const auto& failure : health.last_failures)
    out["errors"].push_back({{"at", format_utc(failure.at)}, {"what", failure.what}});
  out["dropped_parameters"] = health.dropped;
}

Json calibration_json(const std::array<store::ConfidenceBin, 10>& bins) {
  Json out = Json::array();
  Percent from = 0;
  for (const auto& bin : bins) {
    out.push_back({{"from", percent_json(from)},
                   {"to", percent_json(from + 10)},
                   {"answers", bin.answers},
                   {"handed_over", bin.handed_over}});
    from += 10;
  }
  return out;
}

Json answer_json(const Answer& answer) {
  Json out = {{"text", answer.text}, {"confidence", percent_json(answer.confidence)}};
  out["confidence_parts"] = Json::object();
  for (const auto& part : answer.parts)
    out["confidence_parts"][part.name] = percent_json(part.percent);
  out["sources"] = Json::array();
  for (const auto& source : answer.sources)
    out["sources"].push_back({{"title", source.title}, {"url", optional_word(source.url)}});
  out["by"] = answer.by;
  out["handoff"] = nullptr;
  if (const auto& person = answer.person) {
    out["handoff"] = {{"reason", to_string(person->reason)},
                      {"rule", person->rule},
                      {"note", optional_word(person->note)},
                      {"urgent", person->urgent}};
  }
  return out;
}

}  // namespace

Json AiDesk::status() const {
  const auto site = parts_.sites.current();
  const AiSettings& ai = site->settings.ai;
  const bool own_bot = ai.provider == AiSettings::Provider::kExternal;
  Json out = {{"provider", kProviders.at(static_cast<std::size_t>(ai.provider))},
              {"model", optional_word(ai.model)},
              {"endpoint", optional_word(endpoint_of(ai.base_url))},
              {"articles", parts_.articles}};
  const bool simple = site->settings.waiting.ai_answers == WaitingSettings::AiAnswers::kSimple;
  out["waiting_answers"] = simple ? "simple" : "off";
  put_health(out, parts_.health ? parts_.health() : AiHealth{}, parts_.answers);
  // The built-in AI needs nobody that could be away.
  if (ai.provider == AiSettings::Provider::kBuiltin) out["health"]["state"] = "ok";
  out["bot"] = nullptr;
  if (own_bot) out["bot"] = {{"webhook", optional_word(endpoint_of(ai.webhook_url))}};
  out["calibration"] = calibration_json(parts_.database.read([&](Connection& connection) {
    return store::calibration(connection, site->settings.site.id);
  }));
  return out;
}

Result<Json> AiDesk::test(const std::string& question, const std::string& locale) const {
  if (!parts_.responder)
    return conflict("no AI answers here: the site's own bot does, or people alone");
  SilentProgress progress;
  const auto before = std::chrono::steady_clock::now();
  const auto answer = parts_.responder->respond({.text = question, .locale = locale}, progress);
  const auto took =
      std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - before);
  Json out = {{"ms", took.count()}};
  if (answer) {
    out["answer"] = answer_json(*answer);
  } else {
    out["error"] = answer.error().message;
  }
  return out;
}

}  // namespace handoff
