#include "decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace handoff {
namespace {

constexpr std::size_t kMostDigits = 800;  ///< later ones cannot decide a tie (M. Clinger, 1990)
constexpr int kExactPower = 22;           ///< 10^22 is the largest power of ten that is a double
constexpr int kTooLarge = 310;
constexpr int kTooSmall = -400;
constexpr int kMantissaBits = 53;
constexpr int kSmallestExponent = -1074;

/// `digits` times ten to the power of `exponent`.
struct Decimal {
  std::vector<std::uint8_t> digits = {};  ///< without leading zeros
  int exponent = 0;
  bool negative = false;
};

Decimal read_decimal(std::string_view text) {
  Decimal number;
  std::size_t at = 0;
  number.negative = text[at] == '-';
  if (number.negative) ++at;
  bool fraction = false;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      fraction = true;
      continue;
    }
    const bool leading_zero = number.digits.empty() && text[at] == '0';
    const bool kept = number.digits.size() < kMostDigits;
    if (!leading_zero && kept) number.digits.push_back(static_cast<std::uint8_t>(text[at] - '0'));
    if (fraction && (leading_zero || kept)) --number.exponent;
    if (!fraction && !leading_zero && !kept) ++number.exponent;
  }
  if (at == text.size()) return number;
  ++at;
  const bool minus = text[at] == '-';
  if (minus || text[at] == '+') ++at;
  int power = 0;
  for (; at < text.size(); ++at) power = std::min(100000, power * 10 + (text[at] - '0'));
  number.exponent += minus ? -power : power;
  return number;
}

/// A natural number of any size, 32 bits a limb, the lowest first, without leading zeros.
class Natural {
 public:
  explicit Natural(std::uint32_t value = 0) {
    if (value != 0) limbs_.push_back(value);
  }

  void multiply_and_add(std::uint32_t factor, std::uint32_t more) {
    std::uint64_t carry = more;
    for (std::uint32_t& limb : limbs_) {
      carry += std::uint64_t{limb} * factor;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
  }

  void double_it() { multiply_and_add(2, 0); }

  int bits() const {
    if (limbs_.empty()) return 0;
    int top = 32;
    while ((limbs_.back() >> (top - 1) & 1) == 0) --top;
    return static_cast<int>(32 * (limbs_.size() - 1)) + top;
  }

  bool below(const Natural& other) const {
    if (limbs_.size() != other.limbs_.size()) return limbs_.size() < other.limbs_.size();
    for (std::size_t i = limbs_.size(); i-- > 0;) {
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i];
    }
    return false;
  }

  /// REQUIRES: `other` is not above this.
  void subtract(const Natural& other) {
    std::int64_t borrow = 0;
    for (std::size_t i = 0; i < limbs_.size(); ++i) {
      std::int64_t limb = std::int64_t{limbs_[i]} + borrow;
      if (i < other.limbs_.size()) limb -= other.limbs_[i];
      borrow = limb < 0 ? -1 : 0;
      limbs_[i] = static_cast<std::uint32_t>(limb);
    }
    while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  }

 private:
  std::vector<std::uint32_t> limbs_ = {};
};

/// Long division, one bit at a time: slow, exact, and rarely needed.
double divided(const Decimal& number) {
  Natural above;
  for (const std::uint8_t digit : number.digits) above.multiply_and_add(10, digit);
  Natural below(1);
  for (int e = 0; e < number.exponent; ++e) above.multiply_and_add(10, 0);
  for (int e = 0; e > number.exponent; --e) below.multiply_and_add(10, 0);
  // Scale so that below <= above < 2 below; the value is then 2^exponent times above / below.
  int exponent = above.bits() - below.bits();
  for (int e = 0; e < exponent; ++e) below.double_it();
  for (int e = 0; e > exponent; --e) above.double_it();
  if (above.below(below)) {
    above.double_it();
    --exponent;
  }
  const int wanted = std::min(kMantissaBits, exponent - kSmallestExponent + 1);
  std::uint64_t mantissa = 0;
  for (int bit = 0; bit < wanted; ++bit) {
    mantissa <<= 1;
    if (!above.below(below)) {
      above.subtract(below);
      mantissa |= 1;
    }
    above.double_it();
  }
  // What is left, against half of the last bit.
  if (wanted >= 0) {
    const bool more_than_half = below.below(above);
    const bool half = !more_than_half && !above.below(below);
    if (more_than_half || (half && (mantissa & 1) != 0)) ++mantissa;
  }
  return std::ldexp(static_cast<double>(mantissa), exponent - std::max(wanted, 0) + 1);
}

double magnitude_of(const Decimal& number) {
  static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const bool few = number.digits.size() <= 15;
  if (!few || std::abs(number.exponent) > kExactPower) return divided(number);
  double mantissa = 0;
  for (const std::uint8_t digit : number.digits) mantissa = mantissa * 10 + digit;
  return number.exponent < 0 ? mantissa / kPowers[-number.exponent]
                             : mantissa * kPowers[number.exponent];
}

}  // namespace

std::optional<double> double_from(std::string_view text) {
  const Decimal number = read_decimal(text);
  const int size = static_cast<int>(number.digits.size()) + number.exponent;
  double value = 0;
  if (!number.digits.empty() && size > kTooLarge) return std::nullopt;
  if (!number.digits.empty() && size > kTooSmall) value = magnitude_of(number);
  if (std::isinf(value)) return std::nullopt;
  return number.negative ? -value : value;
}

}  // namespace handoff
