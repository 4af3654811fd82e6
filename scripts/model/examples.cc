#include "examples.h"

#include <map>
#include <random>

namespace handoff::training {
namespace {

constexpr std::uint32_t kSeed = 20261128;
constexpr float kOurs = 4.0f;
constexpr float kTemplates = 0.5f;
constexpr float kRealOrdinary = 5.0f;  ///< one false alarm in two thousand messages is the goal
constexpr float kTweetsAsOrdinary = 1.5f;

class Collecting {
 public:
  void at(std::uint32_t) {}
  void word(Bucket bucket) { here_.words.push_back(static_cast<std::uint16_t>(bucket)); }
  void slot(Bucket bucket) { here_.slots.push_back(static_cast<std::uint16_t>(bucket)); }
  void end_clause(const Clause&) {
    example.clauses.push_back(std::move(here_));
    here_ = {};
  }
  void finish() { example.message_slots = std::move(here_.slots); }

  Example example;

 private:
  Unit here_;
};

bool ours(const Row& row) { return row.source == "handoff"; }

std::string with_slip(std::string text, std::mt19937& random) {
  if (text.size() < 8) return text;
  const std::size_t at = 1 + random() % (text.size() - 3);
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!letter(text[at]) || !letter(text[at + 1])) return text;
  switch (random() % 3) {
    case 0:
      std::swap(text[at], text[at + 1]);
      break;
    case 1:
      text.erase(at, 1);
      break;
    default:
      text.insert(at, 1, text[at]);
  }
  return text;
}

}  // namespace

std::array<float, kHeads> weights_of(const Row& row) {
  const float weight = ours(row) ? kOurs : row.source == "templates" ? kTemplates : 1.0f;
  std::array<float, kHeads> weights = {};
  for (std::size_t h = 0; h < kHeads; ++h) {
    if ((row.scope >> h & 1) != 0) weights[h] = weight;
  }
  constexpr auto kHuman = static_cast<std::size_t>(Head::kHuman);
  if (!ours(row) && row.labels == 0) weights[kHuman] *= kRealOrdinary;
  const bool tweet = row.scope == bit(Head::kNegative) && !ours(row);
  if (tweet) weights[kHuman] = kTweetsAsOrdinary;
  return weights;
}

Example example_of(const Row& row) {
  const ReadMessage message = read_message(row.text);
  Collecting sink;
  each_feature(message, find_rules(message), sink);
  sink.finish();
  sink.example.labels = row.labels;
  sink.example.weights = weights_of(row);
  return std::move(sink.example);
}

std::vector<Row> varied(const std::vector<Row>& rows) {
  std::mt19937 random(kSeed);
  std::map<std::string, std::vector<const Row*>> ordinary;
  for (const Row& row : rows) {
    if (ours(row) && row.kind == "ordinary") ordinary[row.language].push_back(&row);
  }
  std::vector<Row> more;
  for (const Row& row : rows) {
    if (!ours(row)) continue;
    if (random() % 2 == 0) {
      more.push_back(row);
      more.back().text = with_slip(row.text, random);
    }
    const bool asks = (row.labels & bit(Head::kHuman)) != 0;
    if ((!asks && row.kind != "hardneg") || random() % 2 == 0) continue;
    const auto& others = ordinary[row.language];
    if (others.empty()) continue;
    const std::string& other = others[random() % others.size()]->text;
    static constexpr const char* kJoints[] = {". ", ", ", " ", "\n", "! "};
    const std::string joint = kJoints[random() % 5];
    more.push_back(row);
    more.back().scope = bit(Head::kHuman);
    more.back().text = random() % 3 == 0 ? row.text + joint + other : other + joint + row.text;
  }
  return more;
}

}  // namespace handoff::training
