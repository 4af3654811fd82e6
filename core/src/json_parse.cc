#include "decimal.h"
#include "handoff/json.h"
#include "handoff/utf8.h"
#include "hash.h"

/// Our own parser for nlohmann's values: its own one is a third of the browser's download, lets
/// duplicate keys through, and says "syntax error" where a site owner needs the line.
namespace handoff {
namespace {

class Parser {
 public:
  Parser(std::string_view text, JsonLimits limits) : text_(text), limits_(limits) {}

  Result<Json> run() {
    Json value;
    if (!blanks() || !read(value, "")) return problem();
    if (!blanks()) return problem();
    if (at_ < text_.size()) {
      complain("there is more after the end of the value");
      return problem();
    }
    return value;
  }

 private:
  Error problem() const { return invalid(path_, message_); }

  bool refuse(std::string path, std::string message) {
    path_ = std::move(path);
    message_ = std::move(message);
    return false;
  }

  /// A mistake of spelling, at the place where reading stopped.
  bool complain(const std::string& what) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : text_.substr(0, at_)) {
      column = c == '\n' ? 1 : (c & 0xC0) == 0x80 ? column : column + 1;
      if (c == '\n') ++line;
    }
    return refuse("", "not valid JSON: line " + std::to_string(line) + ", column " +
                          std::to_string(column) + ": " + what);
  }

  bool ended() const { return at_ >= text_.size(); }
  char here() const { return ended() ? '\0' : text_[at_]; }
  bool take(char c) {
    if (here() != c || ended()) return false;
    ++at_;
    return true;
  }

  /// White space, and comments where they are allowed.
  bool blanks() {
    for (;;) {
      while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') ++at_;
      if (here() != '/' || !limits_.comments) return true;
      const std::string_view rest = text_.substr(at_);
      const bool block = rest.starts_with("/*");
      if (!block && !rest.starts_with("//")) return complain("a comment begins with // or /*");
      const std::size_t end = block ? text_.find("*/", at_ + 2) : text_.find('\n', at_);
      if (end == std::string_view::npos && block) return complain("this comment is never closed");
      at_ = end == std::string_view::npos ? text_.size() : end + (block ? 2 : 1);
    }
  }

  bool read(Json& value, const std::string& path) {
    switch (here()) {
      case '{':
      case '[':
        if (depth_ >= limits_.depth) {
          return refuse(
              path, "nested too deeply; " + std::to_string(limits_.depth) + " levels are accepted");
        }
        return here() == '{' ? object(value, path) : array(value, path);
      case '"': {
        value = std::string();
        return string(value.get_ref<std::string&>());
      }
      case 't':
        value = true;
        return word("true");
      case 'f':
        value = false;
        return word("false");
      case 'n':
        value = nullptr;
        return word("null");
      default:
        return number(value);
    }
  }

  bool word(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return complain("a value was expected");
    at_ += wanted.size();
    return true;
  }

  bool object(Json& value, const std::string& path) {
    ++at_;
    ++depth_;
    value = Json::object();
    auto& members = value.get_ref<Json::object_t&>();
    std::vector<std::uint32_t> hashes;  // of the keys: thousands are compared in no time
    if (!blanks()) return false;
    for (bool first = true; !take('}'); first = false) {
      if (!first && !take(',')) return complain("a \",\" or \"}\" was expected");
      if (!blanks()) return false;
      if (here() != '"') return complain("a key in double quotes was expected");
      std::string key;
      if (!string(key)) return false;
      const std::string where = path.empty() ? key : path + "." + key;
      const std::uint32_t hash = hash_of(key);
      for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i] == hash && members.begin()[static_cast<std::ptrdiff_t>(i)].first == key)
          return refuse(where, "this key stands here twice; keep one of them");
      }
      hashes.push_back(hash);
      if (!blanks()) return false;
      if (!take(':')) return complain("a \":\" was expected after the key");
      members.emplace_back(std::move(key), Json());
      if (!blanks() || !read(members.back().second, where) || !blanks()) return false;
    }
    --depth_;
    return true;
  }

  bool array(Json& value, const std::string& path) {
    ++at_;
    ++depth_;
    value = Json::array();
    auto& items = value.get_ref<Json::array_t&>();
    if (!blanks()) return false;
    for (bool first = true; !take(']'); first = false) {
      if (!first && !take(',')) return complain("a \",\" or \"]\" was expected");
      items.emplace_back();
      if (!blanks() || !read(items.back(), path) || !blanks()) return false;
    }
    --depth_;
    return true;
  }

  bool string(std::string& out) {
    ++at_;
    for (;;) {
      const std::size_t from = at_;
      while (!ended() && static_cast<unsigned char>(text_[at_]) >= 0x20 && text_[at_] != '"' &&
             text_[at_] != '\\')
        ++at_;
      out += text_.substr(from, at_ - from);
      if (ended()) return complain("this text is never closed by a double quote");
      if (take('"')) return true;
      if (here() != '\\') return complain("a control character must be written as \\u00XX");
      ++at_;
      if (!escape(out)) return false;
    }
  }

  bool escape(std::string& out) {
    static constexpr std::string_view kMarks = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const std::size_t mark = ended() ? std::string_view::npos : kMarks.find(here());
    if (mark != std::string_view::npos) {
      out += kMeanings[mark];
      ++at_;
      return true;
    }
    if (!take('u')) return complain("after \\ one of \" \\ / b f n r t u is accepted");
    std::uint32_t code = 0;
    if (!hexadecimal(code)) return false;
    if (code >= 0xD800 && code < 0xDC00) {
      std::uint32_t low = 0;
      if (!text_.substr(at_).starts_with("\\u")) return complain("half of a surrogate pair");
      at_ += 2;
      if (!hexadecimal(low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return complain("half of a surrogate pair");
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    } else if (code >= 0xDC00 && code < 0xE000) {
      return complain("half of a surrogate pair");
    }
    append_utf8(out, code);
    return true;
  }

  bool hexadecimal(std::uint32_t& code) {
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = here();
      const bool digit = c >= '0' && c <= '9';
      const char letter = static_cast<char>(c | 0x20);
      if (!digit && (letter < 'a' || letter > 'f'))
        return complain("after \\u four hexadecimal digits are accepted");
      code = code * 16 + static_cast<std::uint32_t>(digit ? c - '0' : letter - 'a' + 10);
    }
    return true;
  }

  bool digits() {
    const std::size_t from = at_;
    while (here() >= '0' && here() <= '9') ++at_;
    return at_ > from || complain(from == start_ ? "a value was expected" : "a digit was expected");
  }

  bool number(Json& value) {
    start_ = at_;
    const bool negative = take('-');
    if (!negative && (here() < '0' || here() > '9')) return complain("a value was expected");
    const std::size_t first = at_;
    if (!digits()) return false;
    if (text_[first] == '0' && at_ - first > 1) {
      at_ = first;
      return complain("a number does not begin with 0");
    }
    const std::size_t whole = at_;
    if (take('.') && !digits()) return false;
    if (here() == 'e' || here() == 'E') {
      ++at_;
      if (here() == '+' || here() == '-') ++at_;
      if (!digits()) return false;
    }
    if (whole == at_ && integer(text_.substr(first, at_ - first), negative, value)) return true;
    const auto real = double_from(text_.substr(start_, at_ - start_));
    if (!real) return complain("this number is too large");
    value = *real;
    return true;
  }

  static bool integer(std::string_view digits, bool negative, Json& value) {
    if (digits.size() > 18) return false;
    std::int64_t number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    if (negative) {
      value = -number;
    } else {
      value = static_cast<std::uint64_t>(number);
    }
    return true;
  }

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  int depth_ = 0;
  std::string path_ = {};
  std::string message_ = {};
};

}  // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (const auto bad = first_invalid_utf8(text)) {
    return invalid("", "not valid UTF-8 at byte " + std::to_string(*bad) + "; UTF-8 is accepted");
  }
  return Parser(text, limits).run();
}

}  // namespace handoff
