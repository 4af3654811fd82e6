#pragma once

#include <string>

#include "handoff/availability.h"
#include "handoff/conversation.h"
#include "handoff/settings.h"

/// The words of system events, in the visitor's locale: the site's own text where one is set, else
/// ours (English and Romanian). Fixed {variables}, no template engine: a brace in a name is text.
namespace handoff {

/// Names a text of ours; each has an English and a Romanian form.
enum class Phrase {
  kRequested,
  kPosition,
  kTakenOver,
  kTransferred,
  kReturnedToAi,
  kReturnedBySilence,
  kAgentLost,
  kAgentSilent,
  kCancelled,
  kPromiseTakenBack,
  kWaitRanOutToAi,
  kOffer,
  kTeamBack,
  kOffline,
  kBackAt,
  kPromised,
  kPromisedBothZones,
  kLate,
  kClosed,
  kReopened,
};

/// Values for {agent}, {time}, {time_there}, {position} and {site}.
struct PhraseValues {
  std::string agent = {};
  std::string time = {};
  std::string time_there = {};
  std::string position = {};
  std::string site = {};
};

std::string phrase(Phrase which, const std::string& locale, const PhraseValues& values = {});
/// A site's own text with the same variables, or ours when the site has none.
std::string phrase(const LocalizedText& own, Phrase ours, const std::string& locale,
                   const PhraseValues& values = {});

/// `Mon 23 Nov, 12:00` / `luni, 23 nov., 12:00` in the zone.
std::string day_and_time(const ZoneTable& zone, Instant at, const std::string& locale);

/// `Bucharest` from `Europe/Bucharest`.
std::string city_of(const std::string& zone_name);

}  // namespace handoff
