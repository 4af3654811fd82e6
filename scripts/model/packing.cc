#include "packing.h"

#include <cmath>
#include <fstream>

namespace handoff::training {
namespace {

using Bytes = std::vector<unsigned char>;

void put_number(Bytes& bytes, std::int32_t value) {
  for (int shift = 0; shift < 32; shift += 8)
    bytes.push_back(static_cast<unsigned char>(static_cast<std::uint32_t>(value) >> shift & 0xFF));
}

/// What `RangeReader` in core/src/model_weights.cc reads.
class RangeCoder {
 public:
  explicit RangeCoder(Bytes& out) : out_(out) {}

  bool put(ExpectedBit& expected, bool bit) {
    const std::uint32_t zeros = (range_ >> 12) * expected.zero();
    if (bit) low_ += zeros;
    range_ = bit ? range_ - zeros : zeros;
    expected.learn(bit);
    for (; range_ < 1u << 24; range_ <<= 8) put_byte();
    return bit;
  }

  void finish() {
    for (int i = 0; i < 5; ++i) put_byte();
  }

 private:
  /// Holds back bytes of ones until it is known whether a carry runs through them.
  void put_byte() {
    if (low_ < 0xFF000000 || low_ > 0xFFFFFFFF) {
      const auto carry = static_cast<unsigned char>(low_ >> 32);
      out_.push_back(static_cast<unsigned char>(held_ + carry));
      for (; ones_ > 0; --ones_) out_.push_back(static_cast<unsigned char>(0xFF + carry));
      held_ = static_cast<unsigned char>(low_ >> 24 & 0xFF);
    } else {
      ++ones_;
    }
    low_ = low_ << 8 & 0xFFFFFFFF;
  }

  Bytes& out_;
  std::uint64_t low_ = 0;
  std::uint32_t range_ = 0xFFFFFFFF;
  unsigned char held_ = 0;
  std::size_t ones_ = 0;
};

void write_bytes(std::ofstream& out, const char* name, const Bytes& bytes) {
  out << "constexpr unsigned char " << name << "[" << bytes.size() << "] = {";
  std::size_t column = 100;
  for (const unsigned char byte : bytes) {
    const std::string text = std::to_string(byte) + ",";
    if (column + text.size() > 100) {
      out << "\n";
      column = 0;
    }
    out << text;
    column += text.size();
  }
  out << "};\n";
}

}  // namespace

std::vector<unsigned char> packed_values(const Fitted& model) {
  Bytes values;
  RangeCoder coder(values);
  for (std::size_t h = 0; h < kHeads; ++h) {
    WeightBits bits;
    for (const auto& weights : model.weights) {
      const auto weight = static_cast<int>(std::lround(weights[h] / model.quantum[h]));
      bits.put(weight, [&](ExpectedBit& expected, bool bit) { return coder.put(expected, bit); });
    }
  }
  coder.finish();
  return values;
}

std::vector<unsigned char> packed_heads(const Fitted& model) {
  Bytes heads;
  for (std::size_t h = 0; h < kHeads; ++h) {
    put_number(heads, static_cast<std::int32_t>(std::lround(model.bias[h] * 1000)));
    put_number(heads, static_cast<std::int32_t>(std::lround(model.quantum[h] * 1000)));
  }
  return heads;
}

void write_weights(const Fitted& model, const std::string& path) {
  std::ofstream out(path);
  out << "// Written by scripts/train; core/model/CARD.md says from what. Not to be edited.\n"
         "// clang-format off\n"
         "namespace handoff::weights {\n";
  write_bytes(out, "kHeads", packed_heads(model));
  write_bytes(out, "kValues", packed_values(model));
  out << "}  // namespace handoff::weights\n";
}

}  // namespace handoff::training
