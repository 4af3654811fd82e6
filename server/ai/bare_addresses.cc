#include "ai/bare_addresses.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace handoff {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Schemes that do something without `//`.
constexpr std::string_view kSchemes[] = {"javascript", "vbscript", "data", "file",
                                         "blob",       "http",     "https"};
/// What looks like the end of a host name and is that of a file: `Node.js/Express`.
constexpr std::string_view kFileEndings[] = {"js",  "ts",  "html", "htm", "php", "pdf",  "txt",
                                             "jpg", "png", "csv",  "doc", "xls", "docx", "xlsx"};

constexpr std::string_view kOpening = "([{<\"'*_`";
constexpr std::string_view kClosing = ")]}>\"'*_`";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_slash(char c) { return c == '/' || c == '\\'; }
bool is_name(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_scheme(char c) { return is_alnum(c) || c == '+' || c == '-' || c == '.'; }
bool is_mailbox(char c) { return is_name(c) || std::string_view("._%+-").find(c) != kNone; }

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// Marks that follow an address rather than belong to it.
std::size_t without_trailing(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && std::string_view(".,;:!?)]}\"'*_`|").find(text[end - 1]) != kNone) --end;
  return end;
}

/// What stands behind a host name makes an address of it: a path, or a query or a port.
bool leads_on(std::string_view behind) {
  if (behind.empty()) return false;
  return is_slash(behind[0]) || (std::string_view("?#:").find(behind[0]) != kNone &&
                                 behind.size() > 1 && is_alnum(behind[1]));
}

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// One word, between white space.
class Token {
 public:
  Token(std::string_view text, const LinkHosts& hosts, bool refused)
      : text_(text), hosts_(hosts), refused_(refused) {}

  /// Appends what may be shown of it; answers whether that is less than all.
  bool append_to(std::string& out) {
    const std::size_t before = out.size();
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const std::size_t size = address_at(at);
      if (size == 0) continue;
      out += text_.substr(kept_, begin_ - kept_);
      kept_ = begin_ + size;
      drop_empty_pairs(out, before);
      at = kept_ - 1;
      removed_ = true;
    }
    out += text_.substr(kept_);
    return removed_;
  }

 private:
  /// The brackets, quotes or stars around an address go with it.
  void drop_empty_pairs(std::string& out, std::size_t before) {
    while (out.size() > before && kept_ < text_.size()) {
      const std::size_t pair = kOpening.find(out.back());
      if (pair == kNone || kClosing[pair] != text_[kept_]) break;
      out.pop_back();
      ++kept_;
    }
    if (out.size() != before || kept_ == text_.size()) return;
    if (text_.find_first_not_of(".,;:!?", kept_) != kNone) return;
    if (before == 0 || out.back() == '\n') {
      kept_ = text_.size();
    } else if (out.back() == ' ') {
      out.pop_back();
    }
  }

  /// The length of a forbidden address that is recognised by what stands at `at`, and its beginning
  /// in `begin_`; 0: none. The rest of a word with an allowed address belongs to that.
  std::size_t address_at(std::size_t at) {
    if (allowed_) return 0;
    switch (text_[at]) {
      case ':':
        return with_scheme(at);
      case '/':
      case '\\':
        return after_slashes(at);
      case '@':
        return mail(at);
      case '.':
        return host(at);
      default:
        return 0;
    }
  }

  std::size_t with_scheme(std::size_t colon) {
    std::size_t begin = colon;
    while (begin > kept_ && is_scheme(text_[begin - 1])) --begin;
    const std::string_view rest = text_.substr(colon + 1);
    if (rest.empty()) return 0;
    const std::string scheme = lower(text_.substr(begin, colon - begin));
    const bool slashes = rest.size() > 1 && is_slash(rest[0]) && is_slash(rest[1]);
    const bool known = is_one_of(kSchemes, scheme) && (is_alnum(rest[0]) || is_slash(rest[0]));
    // "Data: 5 GB" has no comma in the same word.
    if (!slashes && (!known || (scheme == "data" && rest.substr(0, 128).find(',') == kNone)))
      return 0;
    return judged(begin, "");
  }

  std::size_t after_slashes(std::size_t at) {
    if (at + 2 >= text_.size() || !is_slash(text_[at + 1])) return 0;
    if (at > kept_ && is_slash(text_[at - 1])) return 0;
    if (host_name_size(text_.substr(at + 2)) == 0) return 0;
    begin_ = at;
    return without_trailing(text_.substr(at));
  }

  std::size_t mail(std::size_t at) {
    std::size_t begin = at;
    while (begin > kept_ && is_mailbox(text_[begin - 1])) --begin;
    const std::size_t size = host_name_size(text_.substr(at + 1));
    if (begin == at || size == 0) return 0;
    if (hosts_.allows_host(text_.substr(at + 1, size))) return 0;
    if (begin >= kept_ + 7 && lower(text_.substr(begin - 7, 7)) == "mailto:") begin -= 7;
    begin_ = begin;
    return without_trailing(text_.substr(begin));
  }

  /// A host without a scheme, recognised by its first dot.
  std::size_t host(std::size_t dot) {
    std::size_t begin = dot;
    while (begin > kept_ && (is_name(text_[begin - 1]) || text_[begin - 1] == '-')) --begin;
    if (begin == dot || (begin > kept_ && text_[begin - 1] == '.')) return 0;
    const std::string_view rest = text_.substr(begin);
    const std::size_t size = host_name_size(rest);
    if (size == 0) return 0;
    const std::string name = lower(rest.substr(0, size));
    const bool more =
        leads_on(rest.substr(size)) && !is_one_of(kFileEndings, name.substr(name.rfind('.') + 1));
    if (!more && !refused_ && !name.starts_with("www.")) return 0;
    if (rest.substr(size).starts_with("@")) return 0;
    return judged(begin, "https://");
  }

  /// The rest of the word as an address.
  std::size_t judged(std::size_t begin, std::string_view scheme) {
    const std::string_view rest = text_.substr(begin);
    const std::size_t size = without_trailing(rest);
    begin_ = begin;
    if (size == 0) return rest.size();
    allowed_ = hosts_.allows(std::string(scheme) + std::string(rest.substr(0, size)));
    return allowed_ ? 0 : size;
  }

  std::string_view text_;
  const LinkHosts& hosts_;
  bool refused_;
  bool removed_ = false;
  bool allowed_ = false;
  std::size_t begin_ = 0;
  std::size_t kept_ = 0;  ///< what stands before has been dealt with
};

}  // namespace

bool append_without_addresses(std::string& out, std::string_view words, const LinkHosts& hosts,
                              bool refused) {
  bool removed = false;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && !is_space(words[end])) ++end;
    const std::size_t before = out.size();
    if (Token(words.substr(at, end - at), hosts, refused).append_to(out)) {
      removed = true;
      // One space is enough where a word is gone.
      const bool gap = before == 0 || is_space(out[before - 1]);
      if (out.size() == before && gap && end < words.size() && words[end] == ' ') ++end;
    }
    for (at = end; at < words.size() && is_space(words[at]); ++at) out += words[at];
  }
  return removed;
}

}  // namespace handoff
