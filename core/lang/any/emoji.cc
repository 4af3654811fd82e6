#include "lang/language.h"

namespace handoff {
namespace {

constexpr PhraseEntry kEntries[] = {
    {Slot::kValence, -35, "🤬; 😡; 👿; 🖕; 🤮"},
    {Slot::kValence, -25, "😠; 😤; 💩; 👎; 😭; 🤢"},
    {Slot::kValence, -15,
     "😞; 😟; 😢; 🙁; ☹; 😒; 🙄; 😫; 😩; 😖; 😣; 💔; 😔; 😑"},
    {Slot::kValence, 15, "🙂; 😊; 😉; 👌; 😅; ☺; 🙏; ✅"},
    {Slot::kValence, 25,
     "😀; 😃; 😄; 😁; 👍; 🤩; 😍; 🥰; ❤; 🎉; 💪; 👏; 😘; 🤗; 💯"},
};

}  // namespace

const std::span<const PhraseEntry> kEmojiSentiment = kEntries;

}  // namespace handoff
