#pragma once

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/result.h"
#include "handoff/settings.h"

/// JSON at the border: a strict parser, a reader that checks before it reads and collects every
/// error with its path, and a writer. The only header of the core that knows nlohmann/json. No
/// function here throws.
namespace handoff {

/// Keeps the order of keys, so that output is equal to the byte everywhere.
using Json = nlohmann::ordered_json;

struct JsonLimits {
  bool comments = false;  ///< allow `//` and `/* */` (settings files)
  int depth = 32;         ///< deeper is refused
};

/// Strict RFC 8259: valid UTF-8, no duplicate keys, no trailing commas, nothing after the value. A
/// leading BOM is skipped. The error's field path names the place (a key's path for duplicates,
/// `line L, column C` for syntax).
Result<Json> parse_json(std::string_view text, JsonLimits limits = {});

/// Compact, keys in insertion order. Invalid UTF-8 in a string becomes U+FFFD; never throws.
std::string dump_json(const Json& value);

/// Hundredths as JSON: 97 -> 0.97, 100 -> 1. Whole values are printed without a fraction, as
/// JavaScript prints them.
Json percent_json(Percent value);

/// Reads one object, field by field, and remembers what it was asked for; `finish()` reports
/// unknown keys with the nearest known one. Every problem goes into the shared list, and reading
/// goes on, so that all are reported at once.
///
///     JsonReader reader(json, "callback", errors);
///     settings.within = Minutes(60 * reader.integer("within_hours", {1, 720}).value_or(4));
///     reader.finish();
///
/// A missing key is nullopt without an error; a null too, unless the key is required. Not
/// thread-safe.
class JsonReader {
 public:
  struct Range {
    double min = 0;
    double max = 0;
  };

  JsonReader(const Json& value, std::string path, std::vector<FieldError>& errors);

  bool has(const char* key);
  std::optional<std::string> string(const char* key);
  /// A string with `min`..`max` characters (Unicode code points).
  std::optional<std::string> string(const char* key, std::size_t min, std::size_t max);
  std::optional<bool> boolean(const char* key);
  std::optional<std::int64_t> integer(const char* key, Range range);
  std::optional<double> number(const char* key, Range range);
  /// A number in [0, 1], as hundredths, rounded half up.
  std::optional<Percent> percent(const char* key);
  /// The index of the string in `names`.
  std::optional<std::size_t> one_of(const char* key, std::initializer_list<std::string_view> names);
  std::optional<std::vector<std::string>> strings(const char* key);
  /// The raw value for nested reading, or null. Counts as known.
  const Json* value(const char* key);

  /// Reports `key` as missing when it is absent or null; true when it is there.
  bool require(const char* key);
  void error(const std::string& sub_path, std::string message);
  std::string path_of(std::string_view key) const;
  void finish();

 private:
  const Json& object_;
  std::string path_;
  std::vector<FieldError>& errors_;
  std::vector<std::string> known_ = {};
};

/// The candidate with the smallest edit distance to `word` (at most a third of its length), or
/// empty.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// Joins collected errors into one `kInvalid` error whose message is the first of them.
Error invalid(std::vector<FieldError> errors);

/// Readers and writers shared by settings, requests and fixtures.
Attributes read_attributes(const Json& value, const std::string& path,
                           std::vector<FieldError>& errors);
Json attributes_json(const Attributes& attributes);

}  // namespace handoff
