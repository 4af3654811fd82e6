#include <gtest/gtest.h>

#include "judgement.h"
#include "model_weights.h"

namespace handoff {
namespace {

TEST(SharedOut, divides_by_the_square_root_in_whole_numbers) {
  EXPECT_EQ(shared_out(100, 1), 100 * 1024);
  EXPECT_EQ(shared_out(100, 4), 100 * 512);
  EXPECT_EQ(shared_out(-100, 4), -100 * 512);
  EXPECT_EQ(shared_out(100, 0), 0);
}

TEST(ModelWeights, unpacks_signed_numbers_into_lanes) {
  std::vector<unsigned char> heads(8 * kModelHeads, 0);
  heads[0] = 0x18;  // bias of the first head: -1000 thousandths
  heads[1] = 0xFC;
  heads[2] = heads[3] = 0xFF;
  heads[4] = 50;  // its quantum
  std::vector<unsigned char> values(kModelHeads * kBuckets / 2, 0);
  values[0] = 0x3D;             // head 0: bucket 0 -3, bucket 1 +3
  values[kBuckets / 2] = 0x02;  // head 1: bucket 0 +2
  const ModelWeights model = unpack({heads, values});
  EXPECT_EQ(model.heads[0].bias, -1000);
  EXPECT_EQ(model.heads[0].quantum, 50);
  EXPECT_EQ(lane(model.buckets[0], 0) - kMostQuanta, -3);
  EXPECT_EQ(lane(model.buckets[1], 0) - kMostQuanta, 3);
  EXPECT_EQ(lane(model.buckets[0], 1) - kMostQuanta, 2);
  EXPECT_EQ(lane(model.buckets[0], 5) - kMostQuanta, 0);
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
