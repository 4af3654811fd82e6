#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What a language brings to detection: data, no logic. A new language is a new folder and one line
/// in `languages()`.
namespace handoff {

/// The part a phrase plays in a clause. The number beside an entry (`weight`) means what is said
/// here.
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
  // Other reasons; weight: score of the phrase alone, `rule` its name.
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
  kFunction,     ///< tells the language; weight: votes
  kKnown,        ///< correct words that must not be taken for a slip of the pen
};

/// `phrases`: separated by `;`, alternatives as `(talk|speak) (to|with)`, an empty alternative
/// makes a part optional, a final `*` lets the last word go on. Written as people write; folding is
/// applied when the phrases are loaded.
struct PhraseEntry {
  Slot slot;
  int weight;
  std::string_view phrases;
  std::string_view rule = {};
};

struct LanguageData {
  std::string_view code;  ///< ISO 639-1
  std::span<const PhraseEntry> requests;
  std::span<const PhraseEntry> contexts;
  std::span<const PhraseEntry> topics;
  std::span<const PhraseEntry> sentiment;
};

extern const LanguageData kEnglish;
extern const LanguageData kRomanian;
/// Emoji: the same in every language.
extern const std::span<const PhraseEntry> kEmojiSentiment;

}  // namespace handoff
