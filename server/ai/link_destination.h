#pragma once

#include <cstddef>
#include <string_view>

namespace handoff {

/// What follows the words of a Markdown link.
struct Destination {
  enum class Kind {
    kNone,     ///< no destination: the text is what it is
    kAddress,  ///< one address, perhaps with a title
    kOdd,      ///< something with an address in it that is no destination, such as a broken line
  };
  Kind kind = Kind::kNone;
  std::string_view address = {};
  std::size_t end = 0;  ///< behind it
};

/// Finds the next of one character at ever later places, in one walk over the text altogether.
class NextOf {
 public:
  NextOf(std::string_view text, char wanted) : text_(text), wanted_(wanted) {}

  /// The first place at or behind `from`; the text's size when there is none.
  std::size_t operator()(std::size_t from) {
    if (from < asked_ || from > found_) {
      const std::size_t at = text_.find(wanted_, from);
      found_ = at == std::string_view::npos ? text_.size() : at;
    }
    asked_ = from;
    return found_;
  }

 private:
  std::string_view text_;
  char wanted_;
  std::size_t asked_ = 1;
  std::size_t found_ = 0;
};

/// Reads the destinations of one paragraph; asked for from left to right it is linear.
class DestinationReader {
 public:
  explicit DestinationReader(std::string_view text)
      : text_(text), parenthesis_(text, ')'), colon_(text, ':') {}

  /// Of an inline link. REQUIRES: `text[open]` is the parenthesis behind the words.
  Destination in_parentheses(std::size_t open);

  /// Of a reference's definition, with its title when that ends the line. REQUIRES: `text[colon]`
  /// is the colon behind the label.
  Destination behind_label(std::size_t colon);

 private:
  std::size_t after_space(std::size_t from) const;
  std::size_t after_blanks(std::size_t from) const;
  Destination address_at(std::size_t from) const;
  std::size_t after_title(std::size_t from) const;

  std::string_view text_;
  NextOf parenthesis_;
  NextOf colon_;
};

}  // namespace handoff
