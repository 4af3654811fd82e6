#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "handoff/detection.h"
#include "lexicon.h"
#include "text.h"

/// One text, read once: words, phrases, language and feeling. Everything the triggers ask is
/// answered from here.
namespace handoff {

struct ReadMessage {
  std::string_view source;  ///< not owned
  TokenText text = {};
  LexiconScan scan = {};
  std::size_t language = 0;     ///< its number in the lexicon
  bool language_known = false;  ///< false: nothing in the text told it
  Percent valence = 0;          ///< [-100, 100], of its words; the model has the last word

  const std::vector<SlotHit>& hits() const { return scan.hits; }
  bool has(Slot slot) const { return is_in(slot, scan.slots); }
  bool has_any(Slots slots) const { return (scan.slots & slots) != 0; }
  /// The folded word, before any slip of the pen was corrected.
  std::string_view as_written(std::uint32_t token) const;
  /// The bytes from the first to the last token, both inclusive.
  Evidence evidence(std::uint32_t first, std::uint32_t last) const;
};

/// `source` must outlive the message. `language_hint` counts where the text alone does not tell.
ReadMessage read_message(std::string_view source, std::size_t language_hint = 0);
/// The same into `message`, whose memory is used again.
void read_message(std::string_view source, std::size_t language_hint, ReadMessage& message);

/// Reading only for its phrases, `at` in `hits`, clause by clause: the end of the clause's hits.
std::size_t clause_end(const ReadMessage& message, std::size_t at);

/// [-100, 100]: the sum of the words' valences with negation, intensity and capitals, bent into the
/// range.
Percent valence_of(const TokenText& text, const std::vector<SlotHit>& hits);

}  // namespace handoff
