#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handoff {

struct Sentence {
  std::string text;   ///< plain, without Markdown marks
  bool item = false;  ///< an entry of a list, or a row of a table
};

/// What stands under one heading: the unit that is searched and answered from.
struct Section {
  std::string heading;  ///< empty before the first heading
  std::vector<Sentence> sentences;
};

/// Cuts Markdown into sections and their sentences. Understands headings, paragraphs, lists, quotes
/// and tables (a row becomes `cell: cell`); everything else is read as text. Linear; any bytes are
/// accepted.
std::vector<Section> split_markdown(std::string_view markdown);

/// Cuts a paragraph at `.`, `!`, `?` and `…` followed by a space and no small letter; knows common
/// abbreviations.
std::vector<std::string> split_sentences(std::string_view paragraph);

}  // namespace handoff
