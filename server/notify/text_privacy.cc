#include "notify/text_privacy.h"

#include <algorithm>

#include "notify/personal_data.h"
#include "notify/reason_words.h"

namespace handoff {
namespace {

using Kind = PersonalData::Kind;

/// The last ones, in plain digits and small letters.
std::string last_of(std::string_view letters, std::size_t count) {
  std::string kept;
  for (auto at = letters.rbegin(); at != letters.rend() && kept.size() < count; ++at) {
    if (is_word_letter(*at)) kept.insert(kept.begin(), *at);
  }
  return kept;
}

std::string covered(const PersonalData& data, const PlainLetters& plain, std::string_view text) {
  const auto letters = std::string_view(plain.letters).substr(data.begin, data.end - data.begin);
  const auto original = [&](std::size_t from, std::size_t to) {
    return std::string(text.substr(plain.at[from], plain.at[to] - plain.at[from]));
  };
  switch (data.kind) {
    case Kind::kEmail:
      return original(data.begin, data.begin + 1) + "•••" +
             original(data.begin + letters.find('@'), data.end);
    case Kind::kIban:
      return original(data.begin, data.begin + 2) + "•••• " + last_of(letters, 4);
    case Kind::kCard:
      return "•••• " + last_of(letters, 4);
    case Kind::kPhone:
      break;
  }
  return (letters.find('+') == letters.npos ? "•••• " : "+•••• ") + last_of(letters, 3);
}

std::vector<PersonalData> find_all(const PlainLetters& text) {
  std::vector<PersonalData> found;
  const auto add = [&](const std::vector<PersonalData>& more) {
    for (const PersonalData& data : more) {
      const bool overlaps = std::any_of(found.begin(), found.end(), [&](const PersonalData& other) {
        return data.begin < other.end && other.begin < data.end;
      });
      if (!overlaps) found.push_back(data);
    }
  };
  add(find_email_addresses(text));
  add(find_ibans(text));
  add(find_cards(text));
  add(find_phone_numbers(text));
  std::sort(found.begin(), found.end(),
            [](const PersonalData& a, const PersonalData& b) { return a.begin < b.begin; });
  return found;
}

/// As the dashboard calls somebody it knows nothing about.
std::string visitor_without_name(std::string_view id) {
  std::string tail;
  for (const char c : id) {
    if ((c >= 'a' && c <= 'z') || is_digit(c)) tail += c;
  }
  if (tail.size() > 4) tail.erase(0, tail.size() - 4);
  return tail.empty() ? "Visitor" : "Visitor " + tail;
}

/// Of `https://…/c/ID`.
std::string_view id_in(std::string_view link) { return link.substr(link.rfind('/') + 1); }

Notice masked(Notice notice) {
  notice.visitor = mask_personal_data(notice.visitor);
  notice.reason = mask_personal_data(notice.reason);
  for (Notice::Line& line : notice.last) line.text = mask_personal_data(line.text);
  for (Notice::Item& item : notice.items) {
    item.visitor = mask_personal_data(item.visitor);
    item.reason = mask_personal_data(item.reason);
  }
  return notice;
}

Notice without_words(Notice notice) {
  if (!notice.visitor.empty()) notice.visitor = visitor_without_name(notice.conversation_id);
  notice.reason = reason_words(notice.reason_name, notice.locale);
  notice.last.clear();
  for (Notice::Item& item : notice.items) {
    item.visitor = visitor_without_name(id_in(item.link));
    item.reason = reason_words(item.reason_name, notice.locale);
  }
  return notice;
}

}  // namespace

Notice with_privacy(Notice notice, PrivacySettings::NotificationText wanted) {
  if (wanted == PrivacySettings::NotificationText::kFull) return notice;
  if (wanted == PrivacySettings::NotificationText::kNone) return without_words(std::move(notice));
  return masked(std::move(notice));
}

std::string mask_personal_data(std::string_view text) {
  const PlainLetters plain(text);
  std::string out;
  std::size_t done = 0;
  for (const PersonalData& data : find_all(plain)) {
    out += text.substr(done, plain.at[data.begin] - done);
    out += covered(data, plain, text);
    done = plain.at[data.end];
  }
  out += text.substr(done);
  return out;
}

}  // namespace handoff
