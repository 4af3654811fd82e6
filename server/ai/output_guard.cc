#include "ai/output_guard.h"

#include <algorithm>

#include "ai/allowed_links.h"
#include "ai/canary.h"
#include "ai/clean_characters.h"
#include "ai/html_removal.h"
#include "ai/link_hosts.h"
#include "ai/tidy_lines.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kMostCodePoints = 4000;
/// Nobody is shown what a model writes beyond; the canary is looked for in all of it.
constexpr std::size_t kMostRead = 64 * 1024;
/// What a text needs that hides links inside links on purpose is more; it is shown as bare words.
constexpr int kMostPasses = 4;

struct Found {
  bool html = false;
  bool image = false;
  bool link = false;
};

std::string one_pass(const std::string& text, const LinkHosts& hosts, Found& found) {
  const WithoutHtml words = without_html(text);
  AllowedLinks links = with_allowed_links(words.text, hosts);
  found.html = found.html || words.removed;
  found.image = found.image || links.image;
  found.link = found.link || links.link;
  return std::move(links.text);
}

/// Nothing of it can be an address, a link or a tag.
std::string bare_words(std::string text) {
  for (char& c : text) {
    if (std::string_view("<>[]()/\\@:&.").find(c) != std::string_view::npos) c = ' ';
  }
  return text;
}

std::string without_markup(std::string text, const LinkHosts& hosts, Found& found) {
  for (int pass = 0; pass < kMostPasses; ++pass) {
    std::string next = one_pass(text, hosts, found);
    if (next == text) return text;
    text = std::move(next);
  }
  return bare_words(std::move(text));
}

std::string beginning_of(std::string_view text) {
  const std::string_view cut = text.substr(0, kMostRead);
  return std::string(cut.substr(0, first_invalid_utf8(cut).value_or(cut.size())));
}

}  // namespace

GuardedText guard_output(std::string_view text, const OutputRules& rules) {
  CleanText clean = clean_characters(text);
  Found found;
  const std::string read = clean.text.size() > kMostRead ? beginning_of(clean.text) : clean.text;
  const std::string kept = without_markup(read, LinkHosts(rules.link_hosts), found);
  if (repeats_canary(clean.text, rules.canary) ||
      (kept != read && repeats_canary(kept, rules.canary)))
    return {"", true, {"canary"}};
  const std::string tidy = tidy_lines(kept);
  GuardedText out = {cut_at_sentence(tidy, kMostCodePoints), false, {}};
  const auto note = [&](bool removed, const char* what) {
    if (removed) out.removed.emplace_back(what);
  };
  note(clean.mended, "invalid UTF-8");
  note(clean.controls, "control characters");
  note(clean.hidden, "hidden characters");
  note(found.html, "HTML");
  note(found.image, "image");
  note(found.link, "link");
  note(out.text.size() < tidy.size() || read.size() < clean.text.size(), "length");
  return out;
}

}  // namespace handoff
