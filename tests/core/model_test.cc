#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "judgement.h"
#include "model_weights.h"
#include "packing.h"

namespace handoff {
namespace {

TEST(SharedOut, divides_by_the_square_root_in_whole_numbers) {
  EXPECT_EQ(shared_out(100, 1), 100 * 1024);
  EXPECT_EQ(shared_out(100, 4), 100 * 512);
  EXPECT_EQ(shared_out(-100, 4), -100 * 512);
  EXPECT_EQ(shared_out(100, 0), 0);
}

TEST(ModelWeights, come_back_as_they_were_packed) {
  constexpr unsigned kSeed = 11;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  training::Fitted fitted;
  fitted.bias.fill(-1);
  fitted.quantum.fill(0.05f);
  for (auto& weights : fitted.weights) {
    for (float& weight : weights) {
      const int size = static_cast<int>(random() % 9) - 5;  // mostly 0
      const int sign = random() % 2 == 0 ? 1 : -1;
      weight = 0.05f * static_cast<float>(sign * std::max(size, 0));
    }
  }
  const auto heads = training::packed_heads(fitted);
  const auto values = training::packed_values(fitted);
  const ModelWeights model = unpack({heads, values});
  for (std::size_t h = 0; h < kModelHeads; ++h) {
    EXPECT_EQ(model.heads[h].bias, -1000);
    EXPECT_EQ(model.heads[h].quantum, 50);
    for (std::size_t b = 0; b < kBuckets; ++b) {
      const auto packed = std::lround(fitted.weights[b][h] / fitted.quantum[h]);
      ASSERT_EQ(lane(model.buckets[b], h) - kMostQuanta, packed) << h << " " << b;
    }
  }
}

TEST(ModelWeights, are_nothing_where_bytes_are_missing) {
  const std::vector<unsigned char> heads(8 * kModelHeads);
  const ModelWeights model = unpack({heads, {}});
  EXPECT_EQ(lane(model.buckets[kBuckets - 1], 5) - kMostQuanta, 0);
}

TEST(Model, says_nothing_of_a_message_without_words) {
  const ReadMessage message = read_message("...");
  WordWeights words;
  const Judgement judgement = judge(message, find_rules(message), words);
  EXPECT_LT(judgement[Head::kHuman], 50);
}

TEST(Model, finds_the_words_that_tell) {
  const std::string source = "hello, the delivery is fine. i want to talk to a human";
  const ReadMessage message = read_message(source);
  WordWeights words;
  weigh(message, find_rules(message), words);
  const Place place = telling_words(message, words, Head::kHuman);
  EXPECT_GE(message.evidence(place.first, place.last).start, source.find("i want"));
}

}  // namespace
}  // namespace handoff
