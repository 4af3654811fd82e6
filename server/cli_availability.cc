#include "cli_availability.h"

#include <istream>
#include <ostream>

#include "handoff/utf8.h"
#include "time/zone_table.h"

namespace handoff {
namespace {

constexpr const char* kAccepted =
    "is not an instant; RFC 3339 such as 2026-11-23T08:00:00Z is accepted";

/// Answers for any instant; the table is made anew when one lies outside of it.
class Answers {
 public:
  explicit Answers(const WorkingHours& hours) : hours_(hours) {}

  Result<std::string> line(Instant at) {
    if (!made_for_ || !zone_table_covers(*made_for_, at)) {
      auto table = zone_table(hours_.timezone, at);
      if (!table.ok()) return table.error();
      zone_ = std::move(*table);
      made_for_ = at;
    }
    return dump_json(availability_json(availability_at(hours_, zone_, at), zone_));
  }

 private:
  const WorkingHours& hours_;
  ZoneTable zone_ = {};
  std::optional<Instant> made_for_ = std::nullopt;
};

std::string error_line(const std::string& text) {
  Json out = Json::object();
  out["at"] = std::string(first_code_points(text, 100));
  out["error"] = kAccepted;
  return dump_json(out);
}

int answer(Answers& answers, Instant at, std::ostream& out, std::ostream& err) {
  const auto line = answers.line(at);
  if (line.ok()) {
    out << *line << std::endl;
    return 0;
  }
  err << "handoff: " << line.error().message << '\n';
  return 1;
}

int answer_lines(Answers& answers, std::istream& in, std::ostream& out, std::ostream& err) {
  for (std::string text; std::getline(in, text);) {
    if (!text.empty() && text.back() == '\r') text.pop_back();
    const auto at = parse_rfc3339(text);
    if (!at) {
      out << error_line(text) << std::endl;
    } else if (const int code = answer(answers, *at, out, err)) {
      return code;
    }
  }
  return 0;
}

}  // namespace

int run_availability(const Config& config, const std::optional<std::string>& at, const Clock& clock,
                     std::istream& in, std::ostream& out, std::ostream& err) {
  Answers answers(config.settings.availability);
  if (at == "-") return answer_lines(answers, in, out, err);
  const auto instant = at ? parse_rfc3339(*at) : std::optional(clock.now());
  if (instant) return answer(answers, *instant, out, err);
  err << "handoff: --at: " << dump_json(Json(std::string(first_code_points(*at, 100)))) << ' '
      << kAccepted << '\n';
  return 2;
}

}  // namespace handoff
