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

void write_weights(const Fitted& model, const std::string& path) {
  Bytes heads, values;
  for (std::size_t h = 0; h < kHeads; ++h) {
    put_number(heads, static_cast<std::int32_t>(std::lround(model.bias[h] * 1000)));
    put_number(heads, static_cast<std::int32_t>(std::lround(model.quantum[h] * 1000)));
  }
  for (std::size_t h = 0; h < kHeads; ++h) {
    for (std::size_t b = 0; b < kBuckets; b += 2) {
      const auto nibble = [&](std::size_t bucket) {
        return static_cast<unsigned>(std::lround(model.weights[bucket][h] / model.quantum[h])) &
               15u;
      };
      values.push_back(static_cast<unsigned char>(nibble(b) | nibble(b + 1) << 4));
    }
  }
  std::ofstream out(path);
  out << "// Written by scripts/train; core/model/CARD.md says from what. Not to be edited.\n"
         "// clang-format off\n"
         "namespace handoff::weights {\n";
  write_bytes(out, "kHeads", heads);
  write_bytes(out, "kValues", values);
  out << "}  // namespace handoff::weights\n";
}

}  // namespace handoff::training
