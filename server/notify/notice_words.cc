#include "notify/notice_words.h"

#include <algorithm>
#include <array>

namespace handoff {
namespace {

constexpr std::array<NoticeWords, 2> kLanguages{{
    {
        .code = "en",
        .handoff = "Human Handoff Requested",
        .handoff_request = "Human Handoff Request",
        .waiting = "Visitors waiting: {count}",
        .promise_due = "A promise is due soon",
        .promise_broken = "A promise was not kept",
        .team_back = "Promises still open: {count}",
        .test = "A test: notifications of {site} arrive here",
        .promised_by = "Promised by {due}",
        .more = "and {count} more",
        .somebody = "A visitor",
        .no_reason = "Wants to talk to a person",
        .open = "Open",
        .from = "From",
        .reason = "Reason",
        .view = "View",
        .authors = {"Visitor", "AI", "Agent", "System"},
    },
    {
        .code = "ro",
        .handoff = "Un vizitator cere un om",
        .handoff_request = "Un vizitator cere un om",
        .waiting = "Vizitatori care așteaptă: {count}",
        .promise_due = "O promisiune expiră curând",
        .promise_broken = "O promisiune nu a fost ținută",
        .team_back = "Promisiuni încă deschise: {count}",
        .test = "O probă: notificările de la {site} ajung aici",
        .promised_by = "Promis până {due}",
        .more = "și încă {count}",
        .somebody = "Un vizitator",
        .no_reason = "Vrea să vorbească cu un om",
        .open = "Deschideți",
        .from = "De la",
        .reason = "Motiv",
        .view = "Vedeți",
        .authors = {"Vizitator", "AI", "Agent", "Sistem"},
    },
}};

}  // namespace

const NoticeWords& notice_words(std::string_view locale) {
  const std::string_view language = locale.substr(0, locale.find_first_of("-_"));
  const auto* found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                   [&](const auto& each) { return each.code == language; });
  return found == kLanguages.end() ? kLanguages[0] : *found;
}

std::string with_value(std::string_view words, std::string_view value) {
  const auto begin = words.find('{');
  const auto end = words.find('}', begin);
  if (end == std::string_view::npos) return std::string(words);
  return std::string(words.substr(0, begin)).append(value).append(words.substr(end + 1));
}

}  // namespace handoff
