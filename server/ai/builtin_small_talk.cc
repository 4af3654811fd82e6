#include "ai/builtin_small_talk.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace handoff {
namespace {

struct Phrase {
  AnswerKind kind;
  std::string_view words;
};

using enum AnswerKind;

/// Longer phrases stand before the shorter ones that they begin with.
constexpr Phrase kPhrases[] = {
    {kAbout, "am i talking to"},
    {kAbout, "am i chatting with"},
    {kAbout, "am i speaking to"},
    {kAbout, "am i speaking with"},
    {kAbout, "are you a"},
    {kAbout, "are you an"},
    {kAbout, "are you human"},
    {kAbout, "are you real"},
    {kAbout, "are you ai"},
    {kAbout, "are you the"},
    {kAbout, "is this a"},
    {kAbout, "is this an"},
    {kAbout, "who are you"},
    {kAbout, "what are you"},
    {kAbout, "what can you do"},
    {kAbout, "what can you help me with"},
    {kAbout, "esti"},
    {kAbout, "sunteti"},
    {kAbout, "vorbesc cu"},
    {kAbout, "cine esti"},
    {kAbout, "cine sunteti"},
    {kAbout, "ce esti"},
    {kAbout, "ce sunteti"},
    {kAbout, "ce poti face"},
    {kAbout, "ce puteti face"},
    {kAbout, "ce poti sa faci"},
    {kAbout, "ce stii sa faci"},
    {kAbout, "cu ce ma poti ajuta"},
    {kAbout, "cu ce ma puteti ajuta"},
    {kGoodbye, "goodbye"},
    {kGoodbye, "good bye"},
    {kGoodbye, "bye bye"},
    {kGoodbye, "bye"},
    {kGoodbye, "see you"},
    {kGoodbye, "good night"},
    {kGoodbye, "have a nice day"},
    {kGoodbye, "have a good day"},
    {kGoodbye, "la revedere"},
    {kGoodbye, "pa pa"},
    {kGoodbye, "noapte buna"},
    {kGoodbye, "o zi buna"},
    {kGoodbye, "o zi frumoasa"},
    {kGoodbye, "pe curand"},
    {kGoodbye, "toate cele bune"},
    {kThanks, "thank you"},
    {kThanks, "thanks"},
    {kThanks, "thank"},
    {kThanks, "thx"},
    {kThanks, "cheers"},
    {kThanks, "multumesc"},
    {kThanks, "multumim"},
    {kThanks, "mersi"},
    {kThanks, "merci"},
    {kThanks, "ms"},
    {kThanks, "ok"},
    {kThanks, "okay"},
    {kThanks, "great"},
    {kThanks, "perfect"},
    {kThanks, "super"},
    {kThanks, "am inteles"},
    {kThanks, "i see"},
    {kThanks, "got it"},
    {kGreeting, "good morning"},
    {kGreeting, "good afternoon"},
    {kGreeting, "good evening"},
    {kGreeting, "good day"},
    {kGreeting, "how are you"},
    {kGreeting, "hello"},
    {kGreeting, "hiya"},
    {kGreeting, "hi"},
    {kGreeting, "hey"},
    {kGreeting, "buna ziua"},
    {kGreeting, "buna seara"},
    {kGreeting, "buna dimineata"},
    {kGreeting, "neata"},
    {kGreeting, "buna"},
    {kGreeting, "salutare"},
    {kGreeting, "salut"},
    {kGreeting, "servus"},
    {kGreeting, "alo"},
    {kGreeting, "noroc"},
    {kGreeting, "ce mai faceti"},
    {kGreeting, "ce mai faci"},
    {kGreeting, "ce faci"},
};

/// May stand beside a phrase without making it a question.
constexpr std::string_view kFillers[] = {
    "there", "so",   "very",  "much",   "a",      "lot",    "for",     "your",    "the",
    "help",  "all",  "again", "you",    "guys",   "team",   "today",   "to",      "then",
    "and",   "va",   "mult",  "frumos", "pentru", "ajutor", "raspuns", "tuturor", "si",
    "dvs",   "inca", "odata", "o",      "bine",   "toti"};

/// What "are you a …" may go on with and still ask what it talks to.
constexpr std::string_view kBeings[] = {
    "bot",       "robot",  "chatbot", "human",     "person",      "real",        "machine",
    "computer",  "ai",     "someone", "assistant", "program",     "om",          "persoana",
    "reala",     "roboti", "oameni",  "automat",   "masina",      "calculator",  "asistent",
    "uman",      "cineva", "real",    "or",        "sau",         "un",          "o",
    "a",         "an",     "with",    "this",      "chat",        "here",        "adevarat",
    "adevarata", "bun",    "oare",    "cu",        "inteligenta", "artificiala", "virtual"};

constexpr std::string_view kOwn[] = {"my", "mea", "meu", "mele", "mei", "our"};
constexpr std::string_view kObjects[] = {
    "order",        "orders",      "account", "booking",     "appointment", "payment",
    "subscription", "parcel",      "package", "address",     "refund",      "repair",
    "reservation",  "shipment",    "invoice", "comanda",     "comenzile",   "contul",
    "cont",         "programarea", "plata",   "abonamentul", "coletul",     "adresa",
    "rezervarea",   "factura"};
constexpr std::string_view kActions[] = {
    "cancel", "change",   "update",     "delete",       "modify",      "reschedule", "move",
    "refund", "postpone", "anulati",    "anulez",       "anula",       "anulezi",    "schimbati",
    "schimb", "schimba",  "modificati", "modific",      "modifica",    "stergeti",   "sterg",
    "sterge", "mutati",   "mut",        "reprogramati", "reprogramez", "anuleaza"};
constexpr std::string_view kLookups[] = {"where",    "wheres",  "status",  "track",
                                         "check",    "unde",    "stadiul", "verificati",
                                         "verifica", "arrived", "ajuns"};
constexpr std::string_view kHow[] = {"how", "cum", "policy", "conditii"};

template <std::size_t N>
bool is_in(const std::string_view (&list)[N], const std::string& word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

template <std::size_t N>
bool any_in(const std::string_view (&list)[N], const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_in(list, word); });
}

/// How many words `phrase` covers at `from`; 0 when it does not stand there.
std::size_t covers(std::string_view phrase, const std::vector<std::string>& words,
                   std::size_t from) {
  std::size_t at = from;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    if (at == words.size() || words[at] != phrase.substr(0, space)) return 0;
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
    ++at;
  }
  return at - from;
}

const Phrase* phrase_at(const std::vector<std::string>& words, std::size_t from) {
  const auto found =
      std::find_if(std::begin(kPhrases), std::end(kPhrases),
                   [&](const Phrase& phrase) { return covers(phrase.words, words, from) > 0; });
  return found == std::end(kPhrases) ? nullptr : found;
}

/// After "are you": only words for what it might be, or nothing.
bool asks_about_itself(const std::vector<std::string>& words, std::size_t from) {
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(),
                     [](const std::string& word) { return is_in(kBeings, word); });
}

/// "Hi, thanks, bye" is a goodbye.
int rank(AnswerKind kind) { return kind == kGoodbye ? 3 : kind == kThanks ? 2 : 1; }

}  // namespace

std::optional<AnswerKind> small_talk_in(const std::vector<std::string>& words) {
  std::optional<AnswerKind> kind;
  for (std::size_t at = 0; at < words.size();) {
    const Phrase* phrase = phrase_at(words, at);
    if (phrase == nullptr) {
      if (!is_in(kFillers, words[at])) return std::nullopt;
      ++at;
      continue;
    }
    at += covers(phrase->words, words, at);
    if (phrase->kind == kAbout) {
      return asks_about_itself(words, at) ? std::optional(kAbout) : std::nullopt;
    }
    if (!kind || rank(phrase->kind) > rank(*kind)) kind = phrase->kind;
  }
  return kind;
}

PersonalRequest personal_request_in(const std::vector<std::string>& words) {
  if (!any_in(kOwn, words) || !any_in(kObjects, words) || any_in(kHow, words)) return {};
  // "Can I change my order?" asks for the rule, which an article may state.
  const bool asks_rule = covers("can i", words, 0) > 0 || covers("pot", words, 0) > 0;
  if (any_in(kActions, words)) return {.found = true, .certain = !asks_rule};
  return {.found = any_in(kLookups, words), .certain = false};
}

}  // namespace handoff
