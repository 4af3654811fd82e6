#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What a model writes is data from a stranger. Pure; thread-safe.
namespace handoff {

struct OutputRules {
  std::vector<std::string> link_hosts = {};  ///< hosts that links may lead to, and their subdomains
  std::string canary = {};  ///< a secret that stood in the prompt; whoever repeats it repeats the
                            ///< prompt. Empty: none
};

struct GuardedText {
  std::string text;                       ///< what may be shown
  bool leaked = false;                    ///< the canary was in it; `text` is empty then
  std::vector<std::string> removed = {};  ///< what was taken out, for the log: "image", "link",
                                          ///< "control characters", …
};

/// Takes out images, raw HTML, links to hosts that are not allowed (their words stay), control and
/// bidirectional formatting characters; mends invalid UTF-8. Markdown that the widget shows stays.
GuardedText guard_output(std::string_view text, const OutputRules& rules);

}  // namespace handoff
