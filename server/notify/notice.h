#pragma once

#include <string>
#include <vector>

#include "handoff/detection.h"
#include "handoff/time.h"

namespace handoff {

/// What the team is told, before a channel gives it its form. Plain values; the texts of visitors
/// in it are hostile, and masked already where the site wants that (`privacy.notification_text`).
struct Notice {
  enum class Kind {
    kHandoff,        ///< somebody waits, or was promised a callback
    kDigest,         ///< several of them at once
    kPromiseDue,     ///< a promise will be broken soon
    kPromiseBroken,  ///< a promise was broken
    kTeamBack,       ///< the team is back: the open promises, oldest deadline first
    kTest,
  };
  /// One conversation of a digest or of the open promises.
  struct Item {
    std::string visitor;
    std::string reason;  ///< as `Notice::reason`
    std::string link;
    std::string due;               ///< "Tue 24 Nov, 11:30"; empty: no promise
    std::string reason_name = {};  ///< as `Notice::reason_name`
  };
  struct Line {
    Author author = Author::kVisitor;
    std::string text;
  };

  Kind kind = Kind::kHandoff;
  std::string id;  ///< of the delivery: the same on every repeat
  std::string site_name;
  std::string locale = "en";  ///< of the team
  std::string conversation_id = {};
  std::string link = {};         ///< opens the conversation in the dashboard: `https://…/c/ID`
  std::string visitor = {};      ///< `john@example.com`, a name, or `Visitor 3f9a`
  std::string reason = {};       ///< the message that triggered it, else the reason's name in words
  std::string reason_name = {};  ///< `user_request`, …
  std::string due = {};          ///< what was promised, in the team's zone; empty: nothing was
  std::vector<Line> last = {};   ///< the last messages, oldest first, at most three
  std::vector<Item> items = {};  ///< of a digest and of `kTeamBack`
  Instant at = {};
  std::string title = {};  ///< of one event that somebody asked for; empty: the kind has its own
};

}  // namespace handoff
