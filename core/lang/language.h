#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What a language brings to detection is data: one text file a language in `core/lang/`, embedded
/// by CMake. CONTRIBUTING.md says how to write one.
namespace handoff {

/// The part a phrase plays in a clause: the name of a section in a language's file. The number
/// beside a section (`weight`) means what is said here. The model has learned the order: a new slot
/// goes to the end, and then the weights are fitted again.
enum class Slot : std::uint8_t {
  // Asking for a person.
  kWant,     ///< "can i", "i would like to": makes a request firm, ends the reach of a negation
  kGive,     ///< "give me", "i need": with a person as its object
  kExists,   ///< "is there a", "do you have"
  kContact,  ///< "talk to", "connect me with"
  kRoute,    ///< the same, but only with an unmistakable person: "reach", "transfer to"
  kTalking,  ///< "vorbesc cu": a request only beside a want, else a statement or a question
  kTargetStrong,  ///< "human", "operator"
  kTargetPerson,  ///< "manager", "a person"
  kTargetWeak,    ///< "someone"
  kDepartment,    ///< "sales team"; weight: score when it is the whole message
  kCallback,      ///< "call me back"; weight: score
  kCallMe,        ///< "call me": needs a kCallTail or the clause's end, else a name follows
  kCallTail,      ///< "back", "at", "tomorrow"
  kBot,           ///< "bot"
  kMachine,       ///< "computer": a kBot after a contact verb
  kRefuse,        ///< "sick of", "stop": with a kBot as its object
  kRefusal,       ///< a refusal in full; weight: score
  kNegation,      ///< "i do not want"
  kIdentity,      ///< "are you", "am i talking to"
  kPast,          ///< "yesterday", "i spoke to"
  kFeature,       ///< the product, a job, a price; weight 2: even with a contact verb
  kMask,          ///< "travel agent": hides the slots inside it
  kPolite,        ///< may stand beside the one word that is the request
  kYes,           ///< "yes", as an answer to an offer
  kBreak,         ///< "but": begins a clause
  // Other reasons; weight: score of the phrase alone, and the section's third word its rule.
  kNotUnderstood,
  kHedge,  ///< in what the AI says; weight: the confidence it betrays
  kComplaint,
  kTechnical,
  kLead,
  // Parts of those.
  kThing,     ///< "login", "checkout": technical when broken
  kBroken,    ///< "does not work"
  kLeadUnit,  ///< "users", "licences": a lead after a number
  // Sentiment and language.
  kValence,      ///< weight: [-40, 40]
  kNegator,      ///< turns a valence around
  kIntensifier,  ///< weight: per cent
  kFunction,     ///< small words that tell the language; weight: votes
  kLetters,      ///< letters that only few languages have; weight: votes. Not phrases
  kKnown,        ///< correct words that must not be taken for a slip of the pen
};

/// A set of slots, with a bit for each.
using Slots = std::uint64_t;

template <class... Slot>
constexpr Slots slots(Slot... slot) {
  return ((Slots{1} << static_cast<unsigned>(slot)) | ...);
}

/// A person or a team: whom a visitor may ask for.
inline constexpr Slots kSomebody =
    slots(Slot::kTargetStrong, Slot::kTargetPerson, Slot::kTargetWeak, Slot::kDepartment);

constexpr bool is_in(Slot slot, Slots set) { return (set >> static_cast<unsigned>(slot) & 1) != 0; }

inline bool is_somebody(Slot slot) { return is_in(slot, kSomebody); }

/// The slot of a section's name: `target_strong` for `kTargetStrong`. Nothing for an unknown one.
std::optional<Slot> slot_from(std::string_view name);

/// A language as it is embedded: comments and empty lines dropped.
struct LanguageFile {
  std::string_view code;  ///< ISO 639-1; empty for what all languages share
  std::string_view text;
};

/// In the order of CMakeLists.txt: English first, what all share last.
extern const std::span<const LanguageFile> kLanguageFiles;

}  // namespace handoff
