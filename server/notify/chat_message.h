#pragma once

#include <string>
#include <vector>

#include "notify/notice.h"

namespace handoff {

/// A notice as people read it in their team's chat, before Slack or Teams gives it its form. Every
/// text is one clean line, cut to a length that keeps the whole small, and may hold what looks like
/// markup: it is a stranger's.
struct ChatMessage {
  struct Line {
    std::string label;  ///< `From`; empty: none
    std::string text;   ///< never empty
  };

  std::string title;        ///< our own words
  std::vector<Line> lines;  ///< who, why, what was promised; or the conversations of a list
  std::vector<Line> said;   ///< the last messages, each under its author
  std::string link;         ///< empty: there is none
  std::string open;         ///< what the link is called
};

/// Pure.
ChatMessage chat_message(const Notice& notice);

/// `From: Ann`.
std::string text_of(const ChatMessage::Line& line);

}  // namespace handoff
