#include "ai/markdown_links.h"

#include <algorithm>

#include "ai/link_destination.h"

namespace handoff {
namespace {

struct Opener {
  std::size_t at = 0;  ///< of the bracket
  bool image = false;  ///< an exclamation mark stands before it
};

class Finder {
 public:
  Finder(std::string_view text, const LinkHosts& hosts)
      : text_(text),
        hosts_(hosts),
        destinations_(text),
        bracket_(text, ']'),
        next_open_(text, '[') {}

  LinkEdits run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '[') {
        openers_.push_back({at_, at_ > 0 && text_[at_ - 1] == '!'});
      } else if (c == ']') {
        close();
        continue;
      }
      ++at_;
    }
    std::sort(found_.edits.begin(), found_.edits.end(),
              [](const LinkEdit& a, const LinkEdit& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  /// True when nothing but space, quotation marks and the mark of a list stands before it.
  bool starts_line(std::size_t at) const {
    constexpr std::size_t kLongestStart = 32;
    const std::size_t from = at > kLongestStart ? at - kLongestStart : 0;
    std::string_view before = text_.substr(from, at - from);
    if (const std::size_t line = before.rfind('\n'); line != std::string_view::npos) {
      before.remove_prefix(line + 1);
    } else if (from > 0) {
      return false;
    }
    const std::size_t mark = before.find_first_not_of(" \t>");
    if (mark == std::string_view::npos) return true;
    before = before.substr(mark, before.find_last_not_of(" \t") + 1 - mark);
    if (before.size() == 1 && std::string_view("-*+").find(before[0]) != std::string_view::npos)
      return true;
    return before.find_first_not_of("0123456789") == before.size() - 1 &&
           (before.back() == '.' || before.back() == ')');
  }

  void close() {
    const std::size_t next = at_ + 1;
    const char follows = next < text_.size() ? text_[next] : '\0';
    if (openers_.empty()) {
      if (follows == '(') return without_words();
      ++at_;
      return;
    }
    const Opener opener = openers_.back();
    openers_.pop_back();
    if (follows == '(' && inline_link(opener)) return;
    if (follows == '[' && reference(opener)) return;
    if (follows == ':' && !opener.image && starts_line(opener.at) && definition(opener)) return;
    if (opener.image) return image(opener, next);
    ++at_;
  }

  /// `](address)` with no bracket before it.
  void without_words() {
    const Destination to = destinations_.in_parentheses(at_ + 1);
    if (to.kind == Destination::Kind::kNone || hosts_.allows(to.address)) {
      ++at_;
      return;
    }
    found_.link = true;
    edit(at_, to.end);
    at_ = to.end;
  }

  bool inline_link(const Opener& opener) {
    const Destination to = destinations_.in_parentheses(at_ + 1);
    if (to.kind == Destination::Kind::kNone) return false;
    if (opener.image) {
      image(opener, to.end);
    } else if (to.kind == Destination::Kind::kAddress && hosts_.allows(to.address)) {
      edit(at_, to.end, "](" + with_short_query(to.address) + ")");
      at_ = to.end;
    } else {
      refuse(opener, to.end);
    }
    return true;
  }

  /// `[words][label]`. Numbers in a row are citations and stay.
  bool reference(const Opener& opener) {
    const std::size_t end = bracket_(at_ + 2);
    if (end >= text_.size() || next_open_(at_ + 2) < end) return false;
    if (opener.image) {
      image(opener, end + 1);
      return true;
    }
    const std::string_view words = text_.substr(opener.at + 1, at_ - opener.at - 1);
    if (words.find_first_not_of("0123456789^") == std::string_view::npos) return false;
    refuse(opener, end + 1);
    return true;
  }

  bool definition(const Opener& opener) {
    const Destination to = destinations_.behind_label(at_ + 1);
    if (to.kind != Destination::Kind::kAddress) return false;
    const bool allowed = hosts_.allows(to.address);
    // A line that holds nothing else goes with its end.
    const bool own_line = opener.at == 0 || text_[opener.at - 1] == '\n';
    const std::size_t end = to.end + (!allowed && own_line && text_.substr(to.end, 1) == "\n");
    drop_edits_from(opener.at);
    edit(opener.at, end, allowed ? with_short_query(to.address) : std::string());
    found_.link = found_.link || !allowed;
    at_ = end;
    return true;
  }

  void image(const Opener& opener, std::size_t end) {
    drop_edits_from(opener.at - 1);
    edit(opener.at - 1, end);
    found_.image = true;
    at_ = end;
  }

  void refuse(const Opener& opener, std::size_t end) {
    found_.link = true;
    edit(opener.at, opener.at + 1, {}, 1);
    edit(at_, end, {}, -1);
    at_ = end;
  }

  void edit(std::size_t begin, std::size_t end, std::string replacement = {}, int refused = 0) {
    found_.edits.push_back({begin, end, std::move(replacement), refused});
  }

  /// What is inside an image goes with it. Edits of an opener are younger than those before it.
  void drop_edits_from(std::size_t begin) {
    while (!found_.edits.empty() && found_.edits.back().begin >= begin) found_.edits.pop_back();
  }

  std::string_view text_;
  const LinkHosts& hosts_;
  DestinationReader destinations_;
  NextOf bracket_;
  NextOf next_open_;
  std::vector<Opener> openers_ = {};
  LinkEdits found_ = {};
  std::size_t at_ = 0;
};

}  // namespace

LinkEdits find_link_edits(std::string_view paragraph, const LinkHosts& hosts) {
  return Finder(paragraph, hosts).run();
}

}  // namespace handoff
