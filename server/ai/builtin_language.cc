#include "ai/builtin_language.h"

#include <algorithm>
#include <iterator>

namespace handoff {
namespace {

// Folded words. Short lists: a linear search through them costs less than a message takes to parse.
constexpr std::string_view kEnglishStops[] = {
    "a",         "about",  "all",   "also",  "am",     "an",     "and",         "any",
    "anyone",    "are",    "as",    "at",    "be",     "been",   "but",         "by",
    "can",       "could",  "did",   "do",    "does",   "doing",  "dont",        "for",
    "from",      "get",    "give",  "go",    "got",    "had",    "has",         "have",
    "hello",     "help",   "her",   "hey",   "hi",     "him",    "how",         "i",
    "id",        "if",     "ill",   "im",    "in",     "info",   "information", "into",
    "is",        "it",     "its",   "ive",   "just",   "kindly", "know",        "let",
    "like",      "ll",     "many",  "may",   "me",     "might",  "more",        "must",
    "my",        "need",   "no",    "not",   "now",    "of",     "offer",       "ok",
    "on",        "one",    "or",    "our",   "out",    "per",    "please",      "possible",
    "question",  "really", "shall", "she",   "should", "so",     "some",        "someone",
    "something", "tell",   "than",  "thank", "thanks", "that",   "thats",       "the",
    "their",     "them",   "then",  "there", "these",  "they",   "thing",       "this",
    "those",     "to",     "too",   "up",    "us",     "very",   "want",        "was",
    "we",        "well",   "were",  "what",  "whats",  "whens",  "wheres",      "which",
    "who",       "whos",   "why",   "will",  "with",   "wont",   "would",       "you",
    "your",      "youre",  "yours"};
constexpr std::string_view kRomanianStops[] = {
    "a",         "acea",       "aceasta", "acest",
    "acesta",    "acestea",    "acolo",   "acum",
    "ai",        "aia",        "al",      "ale",
    "am",        "ar",         "are",     "as",
    "asta",      "astea",      "asa",     "ati",
    "atunci",    "au",         "avea",    "avem",
    "aveti",     "buna",       "ca",      "cam",
    "care",      "ce",         "cel",     "cele",
    "cat",       "cata",       "cate",    "cati",
    "chiar",     "cine",       "cu",      "cum",
    "cumva",     "da",         "daca",    "de",
    "deci",      "despre",     "din",     "dintr",
    "doar",      "dori",       "doresc",  "dumneavoastra",
    "dvs",       "e",          "ea",      "ei",
    "el",        "ele",        "era",     "este",
    "esti",      "eu",         "exista",  "face",
    "faceti",    "fac",        "fi",      "fie",
    "fost",      "ii",         "il",      "imi",
    "in",        "informatii", "intr",    "intre",
    "intreb",    "intrebare",  "isi",     "iti",
    "la",        "le",         "lor",     "lui",
    "mai",       "ma",         "mea",     "mei",
    "mele",      "meu",        "mi",      "mie",
    "multumesc", "ne",         "nevoie",  "niste",
    "noi",       "nostru",     "nu",      "o",
    "ofera",     "oferiti",    "ori",     "pe",
    "pentru",    "plac",       "poate",   "pot",
    "poti",      "prin",       "pt",      "puteti",
    "putea",     "rog",        "s",       "sa",
    "salut",     "sau",        "se",      "si",
    "spune",     "spuneti",    "stiti",   "sti",
    "sunt",      "sunteti",    "ti",      "toate",
    "tot",       "trebui",     "trebuie", "tu",
    "un",        "una",        "unei",    "unor",
    "unui",      "va",         "vad",     "vand",
    "vi",        "voastra",    "voi",     "vor",
    "vreau",     "vrea",       "vreo",    "vreun"};

/// Count when some heading has them ("Where is the shop?"), and otherwise say nothing.
constexpr std::string_view kSoftWords[] = {"where", "when", "long", "much", "unde", "cand"};

struct Synonym {
  std::string_view word;
  std::string_view stem;
};
/// What every shop's visitors ask with other words than its articles use.
constexpr Synonym kEnglishSynonyms[] = {
    {"much", "cost"},       {"price", "cost"},       {"prices", "cost"},
    {"pricing", "cost"},    {"fee", "cost"},         {"fees", "cost"},
    {"ship", "deliver"},    {"ships", "deliver"},    {"shipping", "deliver"},
    {"shipped", "deliver"}, {"shipment", "deliver"}, {"guarantee", "warrant"},
    {"license", "licenc"}};
constexpr Synonym kRomanianSynonyms[] = {
    {"pret", "cost"},      {"pretul", "cost"},      {"preturi", "cost"},
    {"preturile", "cost"}, {"tarif", "cost"},       {"tarife", "cost"},
    {"transport", "livr"}, {"transportul", "livr"}, {"transportului", "livr"}};

constexpr std::string_view kEnglishEndings[] = {"ations", "ation", "ments", "ment", "ings", "ing",
                                                "ions",   "ion",   "ied",   "ies",  "ed",   "es",
                                                "ly",     "s",     "e",     "y"};
constexpr std::string_view kRomanianEndings[] = {
    "urilor", "atiilor", "iilor", "atiei", "arile", "arilor", "elor", "ilor", "ului", "urile",
    "atia",   "atii",    "atie",  "eaza",  "ezati", "este",   "esti", "esc",  "area", "erea",
    "irea",   "ati",     "eti",   "iti",   "are",   "ere",    "ire",  "ari",  "uri",  "ele",
    "ile",    "ii",      "ia",    "ie",    "iei",   "ul",     "ea",   "ez",   "at",   "it",
    "ut",     "am",      "em",    "im",    "le",    "ei",     "a",    "e",    "i",    "u"};

template <std::size_t N>
bool is_in(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

template <std::size_t N>
std::string_view synonym_in(const Synonym (&list)[N], std::string_view word) {
  const auto found = std::find_if(std::begin(list), std::end(list),
                                  [&](const Synonym& synonym) { return synonym.word == word; });
  return found == std::end(list) ? std::string_view() : found->stem;
}

/// `shortest`: how much of the word has to be left.
template <std::size_t N>
std::string_view without_ending(std::string_view word, const std::string_view (&endings)[N],
                                std::size_t shortest) {
  for (const std::string_view ending : endings) {
    const std::size_t left = ending.size() == 1 ? 3 : shortest;
    if (word.size() >= ending.size() + left && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

std::string english_stem(std::string_view word) {
  if (const auto synonym = synonym_in(kEnglishSynonyms, word); !synonym.empty()) {
    return std::string(synonym);
  }
  std::string stem(without_ending(word, kEnglishEndings, 3));
  // `stopped`, `shipping`: the doubled letter goes with the ending.
  if (stem.size() > 3 && stem.size() < word.size() && stem.back() == stem[stem.size() - 2] &&
      stem.back() != 's' && stem.back() != 'l') {
    stem.pop_back();
  }
  return stem;
}

/// Endings pile up (article behind plural behind verb): `reparatiile`, `reparati`, `repar`.
std::string romanian_stem(std::string_view word) {
  if (const auto synonym = synonym_in(kRomanianSynonyms, word); !synonym.empty()) {
    return std::string(synonym);
  }
  std::string_view stem = without_ending(word, kRomanianEndings, 4);
  for (std::string_view before = word; stem.size() > 4 && stem != before;) {
    before = stem;
    stem = without_ending(stem, kRomanianEndings, 4);
  }
  return std::string(stem);
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::optional<Language> clear_language(const std::vector<std::string>& words) {
  const auto votes = [&](std::string_view language) {
    return std::count_if(words.begin(), words.end(),
                         [&](const std::string& word) { return is_stop_word(word, language); });
  };
  const auto english = votes("en");
  const auto romanian = votes("ro");
  if (english == romanian) return std::nullopt;
  return english > romanian ? Language::kEnglish : Language::kRomanian;
}

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("ro") ? Language::kRomanian : Language::kEnglish;
}

std::string_view locale_of(Language language) {
  return language == Language::kRomanian ? "ro" : "en";
}

bool is_stop_word(std::string_view word, std::string_view locale) {
  if (locale == "en") return is_in(kEnglishStops, word);
  if (locale == "ro") return is_in(kRomanianStops, word);
  return false;
}

bool is_soft_word(std::string_view word) { return is_in(kSoftWords, word); }

std::string stem_of(std::string_view word, std::string_view locale) {
  if (has_digit(word) || word.size() < 4) return std::string(word);
  if (locale == "en") return english_stem(word);
  if (locale == "ro") return romanian_stem(word);
  return std::string(word);
}

std::vector<std::string> content_stems(const std::vector<std::string>& words,
                                       std::string_view locale) {
  std::vector<std::string> stems;
  for (const std::string& word : words) {
    if (is_stop_word(word, locale)) continue;
    std::string stem = stem_of(word, locale);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end())
      stems.push_back(std::move(stem));
  }
  return stems;
}

}  // namespace handoff
