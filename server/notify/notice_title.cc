#include "notify/notice_title.h"

#include "notify/clean_text.h"

namespace handoff {
namespace {

using Kind = Notice::Kind;

constexpr char kHand[] = "🙋 ";
constexpr char kClock[] = "⏰ ";
constexpr std::size_t kSiteMax = 80;
constexpr std::size_t kTitleMax = 120;

}  // namespace

std::string notice_title(const Notice& notice, const NoticeWords& words) {
  if (!notice.title.empty()) return one_line(notice.title, kTitleMax);
  const std::string count = std::to_string(notice.items.size());
  switch (notice.kind) {
    case Kind::kHandoff:
      return kHand + std::string(words.handoff);
    case Kind::kDigest:
      return kHand + with_value(words.waiting, count);
    case Kind::kPromiseDue:
      return kClock + std::string(words.promise_due);
    case Kind::kPromiseBroken:
      return kClock + std::string(words.promise_broken);
    case Kind::kTeamBack:
      return with_value(words.team_back, count);
    case Kind::kTest:
      return with_value(words.test, one_line(notice.site_name, kSiteMax));
  }
  return {};
}

}  // namespace handoff
