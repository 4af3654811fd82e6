#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"

/// Goes on where a zone file's list of transitions stops: the lists of most systems end in 2037,
/// the rule behind them holds for ever.
namespace handoff {

/// The rule in the file of a zone; nullopt when the file cannot be read or has none.
std::optional<std::string> rule_of_zone(const std::string& zone_name);

/// Appends the offsets by `rule` from `from` until `to`. An unreadable rule appends nothing.
void append_by_rule(const std::string& rule, Instant from, Instant to,
                    std::vector<ZoneTable::Span>& spans);

/// Appends an offset, unless it is the one that holds already.
void append_span(std::vector<ZoneTable::Span>& spans, ZoneTable::Span span);

}  // namespace handoff
