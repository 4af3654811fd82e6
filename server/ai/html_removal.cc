#include "ai/html_removal.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace handoff {
namespace {

constexpr auto kNone = std::string_view::npos;
/// Attributes longer than this are cut at the first `>`, in quotes or not.
constexpr std::size_t kLongestQuoted = 1024;

/// Elements whose contents nobody was meant to read.
constexpr std::string_view kUnread[] = {"script", "style",    "svg",    "math",     "iframe",
                                        "object", "template", "canvas", "noscript", "textarea",
                                        "title",  "audio",    "video",  "select"};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool opens_tag(std::string_view rest) {
  return rest.size() > 1 && rest[0] == '<' &&
         (is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?');
}

/// `svg` of `<svg width=1>`, in lower case.
std::string name_of(std::string_view tag) {
  std::string name;
  for (std::size_t i = 1; i < tag.size() && name.size() < 16; ++i) {
    if (std::isalnum(static_cast<unsigned char>(tag[i])) == 0) break;
    name += lower(tag[i]);
  }
  return name;
}

/// `https://shop.example` of `<https://shop.example>`; empty for a tag.
std::string_view address_in(std::string_view tag) {
  const std::string_view inner = tag.substr(1, tag.size() - 2);
  if (inner.find_first_of(" \t\n\"'=<") < inner.find_first_of(":@")) return {};
  const std::size_t mark = inner.find_first_of(":@");
  if (mark == kNone || mark == 0) return {};
  return std::any_of(inner.begin(), inner.end(), is_space) ? std::string_view() : inner;
}

bool is_web_or_mail(std::string_view address) {
  std::string scheme;
  for (const char c : address.substr(0, address.find_first_of(":@"))) scheme += lower(c);
  const bool has_scheme = address[scheme.size()] == ':';
  return !has_scheme || scheme == "https" || scheme == "http" || scheme == "mailto";
}

class Remover {
 public:
  explicit Remover(std::string_view text) : text_(text) { out_.text.reserve(text.size()); }

  WithoutHtml run() {
    while (at_ < text_.size()) {
      if (opens_tag(text_.substr(at_))) {
        tag();
      } else {
        copy(text_[at_++]);
      }
    }
    return std::move(out_);
  }

 private:
  /// A `<` that was left must not meet a letter that a removal brings to it.
  void copy(char c) {
    if (!out_.text.empty() && out_.text.back() == '<' && opens_tag(std::string("<") + c))
      out_.text += ' ';
    out_.text += c;
  }

  void copy(std::string_view words) {
    for (const char c : words) copy(c);
  }

  void tag() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_until("-->", 4);
    const std::size_t end = tag_end();
    if (end == kNone) {
      if (paragraph_end() == text_.size()) open();
      return copy(text_[at_++]);
    }
    const std::string_view whole = text_.substr(at_, end - at_);
    out_.removed = true;
    if (const std::string_view address = address_in(whole); !address.empty())
      return unwrap(address, end);
    const std::string name = name_of(whole);
    const bool unread =
        std::find(std::begin(kUnread), std::end(kUnread), name) != std::end(kUnread);
    if (unread && !whole.ends_with("/>")) return skip_element(name, end);
    go_on_at(end);
  }

  /// One space is enough where something is gone.
  void go_on_at(std::size_t end) {
    at_ = end;
    const bool gap = out_.text.empty() || is_space(out_.text.back());
    if (gap && at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void unwrap(std::string_view address, std::size_t end) {
    at_ = end;
    if (!is_web_or_mail(address)) return;
    if (!out_.text.empty() && !is_space(out_.text.back()) && out_.text.back() != '(')
      out_.text += ' ';
    copy(address);
    if (end < text_.size() && std::isalnum(static_cast<unsigned char>(text_[end])) != 0)
      out_.text += ' ';
  }

  void skip_until(std::string_view close, std::size_t skipped) {
    const std::size_t found = text_.find(close, at_ + skipped);
    out_.removed = true;
    if (found == kNone) open();
    go_on_at(found == kNone ? text_.size() : found + close.size());
  }

  void skip_element(const std::string& name, std::size_t from) {
    const std::string close = "</" + name;
    const auto same = [](char a, char b) { return lower(a) == b; };
    const auto found = std::search(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.end(),
                                   close.begin(), close.end(), same);
    if (found == text_.end()) {
      open();
      at_ = text_.size();
      return;
    }
    const std::size_t end = text_.find('>', static_cast<std::size_t>(found - text_.begin()));
    if (end == kNone) open();
    go_on_at(end == kNone ? text_.size() : end + 1);
  }

  void open() {
    if (out_.open == kNone) out_.open = at_;
  }

  /// Behind the `>` of the tag at `at_`: outside of quotes when it can be, and in this paragraph.
  std::size_t tag_end() {
    const std::size_t limit = paragraph_end();
    if (next_close_ == kNone || next_close_ < at_)
      next_close_ = std::min(text_.find('>', at_), text_.size());
    if (next_close_ >= limit) return kNone;
    char quote = '\0';
    for (std::size_t i = at_ + 1; i < std::min(limit, at_ + kLongestQuoted); ++i) {
      const char c = text_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        // An apostrophe in the words behind a stray `<` opens nothing.
        if (text_[i - 1] == '=' || is_space(text_[i - 1])) quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return next_close_ + 1;
  }

  std::size_t paragraph_end() {
    if (paragraph_end_ != kNone && paragraph_end_ > at_) return paragraph_end_;
    for (std::size_t line = text_.find('\n', at_); line != kNone;
         line = text_.find('\n', line + 1)) {
      const std::size_t next = text_.find_first_not_of(" \t", line + 1);
      if (next != kNone && text_[next] == '\n') return paragraph_end_ = line + 1;
    }
    return paragraph_end_ = text_.size();
  }

  std::string_view text_;
  WithoutHtml out_ = {};
  std::size_t at_ = 0;
  std::size_t next_close_ = kNone;
  std::size_t paragraph_end_ = kNone;
};

}  // namespace

WithoutHtml without_html(std::string_view text) { return Remover(text).run(); }

}  // namespace handoff
