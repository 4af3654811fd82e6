#include "vocabulary.h"

#include "hash.h"

namespace handoff {

WordId Vocabulary::look_up(const Table& table, std::uint32_t hash, std::string_view word) const {
  const std::size_t mask = table.size() - 1;
  for (std::size_t at = mixed(hash) & mask; table[at].number != 0; at = (at + 1) & mask) {
    if (table[at].hash == hash && letters(words_[table[at].number - 1u]) == word)
      return table[at].number;
  }
  return 0;
}

void Vocabulary::insert(Table& table, std::uint32_t hash, WordId number) {
  const std::size_t mask = table.size() - 1;
  std::size_t at = mixed(hash) & mask;
  while (table[at].number != 0) at = (at + 1) & mask;
  table[at] = {hash, number};
}

void Vocabulary::grow(Table& table) {
  const Table old = std::move(table);
  table = Table(old.size() * 2);
  for (const Entry& entry : old) {
    if (entry.number != 0) insert(table, entry.hash, entry.number);
  }
}

WordId Vocabulary::add(std::string_view folded, bool prefix) {
  const std::uint32_t hash = hash_of(folded);
  Table& table = prefix ? prefixes_ : whole_;
  if (const WordId found = look_up(table, hash, folded); found != 0) return found - 1;
  words_.push_back({static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint16_t>(folded.size()), prefix});
  letters_ += folded;
  const auto number = static_cast<WordId>(words_.size());
  std::size_t& count = prefix ? prefix_count_ : whole_count_;
  if (prefix) prefix_bits_[bit(hash) / 64] |= std::uint64_t{1} << (bit(hash) % 64);
  if (++count * 2 > table.size()) grow(table);
  insert(table, hash, number);
  return number - 1;
}

WordIds Vocabulary::find(std::string_view word) const {
  WordIds found;
  std::uint32_t hash = kHashStart;
  for (std::size_t i = 0; i < word.size(); ++i) {
    hash = hash_char(hash, word[i]);
    if ((prefix_bits_[bit(hash) / 64] >> (bit(hash) % 64) & 1) == 0) continue;
    const WordId id = look_up(prefixes_, hash, word.substr(0, i + 1));
    if (id != 0 && found.count < WordIds::kMost - 1u) found.add(id - 1);
  }
  if (const WordId id = look_up(whole_, hash, word); id != 0) found.add(id - 1);
  found.hash = hash;
  return found;
}

WordIds Vocabulary::find(std::string_view word, std::uint32_t hash) const {
  if (prefix_count_ > 0) return find(word);
  WordIds found;
  if (const WordId id = look_up(whole_, hash, word); id != 0) found.add(id - 1);
  found.hash = hash;
  return found;
}

}  // namespace handoff
