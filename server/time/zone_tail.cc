#include "time/zone_tail.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "time/posix_rule.h"

namespace handoff {
namespace {

constexpr const char* kZoneFolder = "/usr/share/zoneinfo/";

std::chrono::year year_of(Instant at) {
  return Date(std::chrono::floor<std::chrono::days>(at)).year();
}

ZoneTable::Span span_of(std::chrono::local_seconds change, Seconds before, Seconds after) {
  return {Instant(change.time_since_epoch() - before), after};
}

/// The changes of all years that touch `[from, to]`, and of one more on both sides: the first tells
/// what holds at `from`.
std::vector<ZoneTable::Span> changes(const PosixRule& rule, Instant from, Instant to) {
  std::vector<ZoneTable::Span> out;
  if (!rule.summer) return {{from, rule.offset}};
  const auto& summer = *rule.summer;
  const auto last = year_of(to) + std::chrono::years(1);
  for (auto year = year_of(from) - std::chrono::years(2); year <= last; ++year) {
    out.push_back(span_of(change_in(summer.begin, year), rule.offset, summer.offset));
    out.push_back(span_of(change_in(summer.end, year), summer.offset, rule.offset));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  return out;
}

}  // namespace

std::optional<std::string> rule_of_zone(const std::string& zone_name) {
  std::ifstream file(kZoneFolder + zone_name, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(file)), {});
  if (content.substr(0, 4) != "TZif" || content.back() != '\n') return std::nullopt;
  const auto start = content.rfind('\n', content.size() - 2);
  if (start == std::string::npos) return std::nullopt;
  const auto rule = content.substr(start + 1, content.size() - start - 2);
  if (rule.empty()) return std::nullopt;
  return rule;
}

void append_span(std::vector<ZoneTable::Span>& spans, ZoneTable::Span span) {
  if (spans.empty() || spans.back().offset != span.offset) spans.push_back(span);
}

void append_by_rule(const std::string& rule, Instant from, Instant to,
                    std::vector<ZoneTable::Span>& spans) {
  const auto parsed = parse_posix_rule(rule);
  if (!parsed) return;
  const auto all = changes(*parsed, from, to);
  const auto later = std::find_if(all.begin(), all.end(),
                                  [from](const ZoneTable::Span& span) { return span.from > from; });
  append_span(spans, {from, (later - 1)->offset});
  for (auto span = later; span != all.end() && span->from < to; ++span) append_span(spans, *span);
}

}  // namespace handoff
