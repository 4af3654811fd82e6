#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// All words of all languages, each with a number. A word of a message may be several: itself, and
/// any beginning that a language file marked with `*`.
namespace handoff {

using WordId = std::uint32_t;

/// The numbers of one word of a message: the word itself and the beginnings it goes on from, the
/// shortest first. More than fit are left out.
struct WordIds {
  static constexpr std::size_t kMost = 7;
  std::array<WordId, kMost> ids = {};
  std::uint32_t count = 0;
  std::uint32_t hash = 0;  ///< of the word

  void add(WordId id) {
    if (count < kMost) ids[count++] = id;
  }
};

/// Build first (`add` ... `compile`), then share: const functions are thread-safe and do not
/// allocate.
class Vocabulary {
 public:
  /// The number of `folded`, a new one when it was never seen. `prefix`: the word may go on.
  WordId add(std::string_view folded, bool prefix);

  /// Cost grows with the length of `word` alone.
  WordIds find(std::string_view word) const;
  /// The same, where the word's hash is known.
  WordIds find(std::string_view word, std::uint32_t hash) const;
  std::size_t size() const { return words_.size(); }

 private:
  struct Word {
    std::uint32_t start = 0;  ///< in `letters_`
    std::uint16_t length = 0;
    bool prefix = false;
  };
  struct Entry {
    std::uint32_t hash = 0;
    WordId number = 0;  ///< one more than the word's; 0 is free
  };
  using Table = std::vector<Entry>;  ///< with open addressing

  static std::uint32_t mixed(std::uint32_t hash) { return hash ^ (hash >> 15); }
  static std::uint32_t bit(std::uint32_t hash) { return (hash ^ (hash >> 17)) % kBits; }

  std::string_view letters(const Word& word) const {
    return std::string_view(letters_).substr(word.start, word.length);
  }
  /// The word's number plus one, or 0.
  WordId look_up(const Table& table, std::uint32_t hash, std::string_view word) const;
  static void insert(Table& table, std::uint32_t hash, WordId number);
  static void grow(Table& table);

  /// Most beginnings of words are nothing: one bit tells it without a look into the table.
  static constexpr std::uint32_t kBits = 1u << 16;
  std::vector<std::uint64_t> prefix_bits_ = std::vector<std::uint64_t>(kBits / 64);

  std::string letters_ = {};
  std::vector<Word> words_ = {};
  Table whole_ = Table(1024);
  Table prefixes_ = Table(256);
  std::size_t whole_count_ = 0;
  std::size_t prefix_count_ = 0;
};

}  // namespace handoff
