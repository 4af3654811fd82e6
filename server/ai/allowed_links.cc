#include "ai/allowed_links.h"

#include <algorithm>

#include "ai/bare_addresses.h"
#include "ai/markdown_links.h"

namespace handoff {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Behind the blank line that ends the paragraph at `from`.
std::size_t paragraph_end(std::string_view text, std::size_t from) {
  bool blank = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\n') {
      if (blank) return at + 1;
      blank = true;
    } else if (text[at] != ' ' && text[at] != '\t') {
      blank = false;
    }
  }
  return text.size();
}

class Paragraph {
 public:
  Paragraph(std::string_view text, const LinkHosts& hosts, AllowedLinks& out)
      : text_(text), hosts_(hosts), out_(out) {}

  void append() {
    const LinkEdits found = find_link_edits(text_, hosts_);
    out_.image = out_.image || found.image;
    out_.link = out_.link || found.link;
    for (const LinkEdit& edit : found.edits) apply(edit);
    words_until(text_.size());
  }

 private:
  void apply(const LinkEdit& edit) {
    words_until(edit.begin);
    std::string& out = out_.text;
    if (edit.replacement.starts_with("](") && !out.empty() && out.back() == '[') {
      // No words were left: the address stands for itself.
      out.pop_back();
      out += edit.replacement.substr(2, edit.replacement.size() - 3);
    } else {
      out += edit.replacement;
    }
    refused_ += edit.refused;
    at_ = edit.end;
    const bool gap = out.empty() || is_space(out.back());
    if (edit.replacement.empty() && gap && at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void words_until(std::size_t end) {
    if (append_without_addresses(out_.text, text_.substr(at_, end - at_), hosts_, refused_ > 0))
      out_.link = true;
    at_ = end;
  }

  std::string_view text_;
  const LinkHosts& hosts_;
  AllowedLinks& out_;
  std::size_t at_ = 0;
  int refused_ = 0;
};

}  // namespace

AllowedLinks with_allowed_links(std::string_view text, const LinkHosts& hosts) {
  AllowedLinks out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = paragraph_end(text, at);
    Paragraph(text.substr(at, end - at), hosts, out).append();
    at = end;
  }
  return out;
}

}  // namespace handoff
