#include "handoff/messages.h"

#include <array>

#include "lang/texts.h"

namespace handoff {
namespace {

std::string language_of(const std::string& locale) {
  return locale.substr(0, locale.find_first_of("-_"));
}

const texts::Language& language(const std::string& locale) {
  const std::string code = language_of(locale);
  for (const auto& candidate : texts::kLanguages) {
    if (code == candidate.code) return candidate;
  }
  return texts::kLanguages[0];
}

struct Variable {
  std::string_view name;
  const std::string PhraseValues::*value;
};

constexpr std::array<Variable, 5> kVariables{{{"{agent}", &PhraseValues::agent},
                                              {"{time}", &PhraseValues::time},
                                              {"{time_there}", &PhraseValues::time_there},
                                              {"{position}", &PhraseValues::position},
                                              {"{site}", &PhraseValues::site}}};

/// One pass, left to right: what a value brings in is never looked at again.
std::string fill(std::string_view pattern, const PhraseValues& values) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const Variable* found = nullptr;
    for (const auto& variable : kVariables) {
      if (pattern.substr(at, variable.name.size()) == variable.name) found = &variable;
    }
    if (found) {
      out += values.*(found->value);
      at += found->name.size();
    } else {
      out += pattern[at++];
    }
  }
  return out;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string phrase(Phrase which, const std::string& locale, const PhraseValues& values) {
  const texts::Language& words = language(locale);
  if (which == Phrase::kPosition) {
    const int position = values.position.empty() ? 0 : std::stoi(values.position);
    return position == 1 ? std::string(words.next_in_line) : words.place_in_line(position);
  }
  return fill(words.phrases[static_cast<std::size_t>(which)], values);
}

std::string phrase(const LocalizedText& own, Phrase ours, const std::string& locale,
                   const PhraseValues& values) {
  return own.empty() ? phrase(ours, locale, values) : fill(own.in(locale), values);
}

std::string day_and_time(const ZoneTable& zone, Instant at, const std::string& locale) {
  const texts::Language& words = language(locale);
  const LocalTime local = to_local(zone, at);
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(local.date)).iso_encoding() - 1;
  const auto month = static_cast<unsigned>(local.date.month()) - 1;
  return std::string(words.weekdays[weekday]) + " " +
         std::to_string(static_cast<unsigned>(local.date.day())) + " " +
         std::string(words.months[month]) + ", " + two_digits(local.minute / 60) + ":" +
         two_digits(local.minute % 60);
}

std::string city_of(const std::string& zone_name) {
  std::string city = zone_name.substr(zone_name.rfind('/') + 1);
  for (char& c : city) {
    if (c == '_') c = ' ';
  }
  return city;
}

}  // namespace handoff
