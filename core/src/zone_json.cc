#include "handoff/settings_json.h"
#include "settings_parts.h"

namespace handoff {
namespace {

constexpr std::size_t kMostSpans = 10'000;
constexpr std::int64_t kLargestOffset = 26 * 60 * 60;
constexpr std::int64_t kFirstSecond = -62'135'596'800;  ///< year 1
constexpr std::int64_t kLastSecond = 253'402'300'799;   ///< year 9999

/// A whole number in range; nlohmann keeps numbers above the signed range apart, and those are out
/// of range anyway.
std::optional<std::int64_t> whole(const Json& value, std::int64_t min, std::int64_t max) {
  if (!value.is_number_integer()) return std::nullopt;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(max)) {
    return std::nullopt;
  }
  const auto number = value.get<std::int64_t>();
  if (number < min || number > max) return std::nullopt;
  return number;
}

std::optional<ZoneTable::Span> read_span(const Json& value) {
  if (!value.is_array() || value.size() != 2) return std::nullopt;
  const auto from = whole(value[0], kFirstSecond, kLastSecond);
  const auto offset = whole(value[1], -kLargestOffset, kLargestOffset);
  if (!from || !offset) return std::nullopt;
  return ZoneTable::Span{Instant(Seconds(*from)), Seconds(*offset)};
}

const char* reason_name(AvailabilityReason reason) {
  switch (reason) {
    case AvailabilityReason::kHours:
      return "hours";
    case AvailabilityReason::kException:
      return "exception";
    case AvailabilityReason::kOverride:
      return "override";
    case AvailabilityReason::kAlways:
      break;
  }
  return "always";
}

}  // namespace

ZoneTable read_zone_table(const Json& value, const std::string& path, Errors& errors) {
  ZoneTable out;
  JsonReader reader(value, path, errors);
  assign(out.name, reader.string("name", 1, 100));
  each_item(reader, "spans", kMostSpans, [&](const Json& item, const std::string& where) {
    const auto span = read_span(item);
    if (!span) {
      errors.push_back({where, "is not a span; [unix seconds, offset in seconds] is accepted"});
    } else if (!out.spans.empty() && span->from <= out.spans.back().from) {
      errors.push_back({where, "is not after the span before it; rising times are accepted"});
    } else {
      out.spans.push_back(*span);
    }
  });
  reader.finish();
  return out;
}

Json zone_table_json(const ZoneTable& zone) {
  Json spans = Json::array();
  for (const auto& span : zone.spans) {
    const auto from = std::chrono::floor<Seconds>(span.from).time_since_epoch().count();
    spans.push_back(Json::array({from, span.offset.count()}));
  }
  Json out = Json::object();
  out["name"] = zone.name;
  out["spans"] = std::move(spans);
  return out;
}

Json availability_json(const Availability& availability, const ZoneTable& zone) {
  const auto instant = [&](const std::optional<Instant>& at) {
    return at ? Json(format_in_zone(zone, *at)) : Json(nullptr);
  };
  Json out = Json::object();
  out["at"] = format_in_zone(zone, availability.at);
  out["open"] = availability.open;
  out["available"] = availability.available;
  out["closes_at"] = instant(availability.closes_at);
  out["opens_at"] = instant(availability.opens_at);
  out["reason"] = reason_name(availability.reason);
  return out;
}

}  // namespace handoff
