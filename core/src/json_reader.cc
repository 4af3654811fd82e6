#include <algorithm>
#include <cmath>

#include "handoff/json.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

std::string number_text(double value) {
  return dump_json(value == std::floor(value) && std::fabs(value) < 1e15
                       ? Json(static_cast<std::int64_t>(value))
                       : Json(value));
}

std::string range_text(JsonReader::Range range) {
  return number_text(range.min) + " to " + number_text(range.max);
}

std::string type_text(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "a boolean";
  if (value.is_string()) return "a string";
  if (value.is_array()) return "a list";
  if (value.is_object()) return "an object";
  return "a number";
}

/// Letters added, left out, replaced, or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

const Json& empty_object() {
  static const Json empty = Json::object();
  return empty;
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  word = first_code_points(word, 64);
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string found;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

Error invalid(std::vector<FieldError> errors) {
  Error error{.code = ErrorCode::kInvalid, .message = "the input is not valid"};
  if (!errors.empty()) {
    const auto& first = errors.front();
    error.message = first.path.empty() ? first.message : first.path + ": " + first.message;
  }
  error.fields = std::move(errors);
  return error;
}

JsonReader::JsonReader(const Json& value, std::string path, std::vector<FieldError>& errors)
    : object_(value.is_object() ? value : empty_object()), path_(std::move(path)), errors_(errors) {
  if (!value.is_object()) {
    errors_.push_back({path_, "this is " + type_text(value) + "; an object is accepted"});
  }
}

std::string JsonReader::path_of(std::string_view key) const {
  if (key.empty()) return path_;
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void JsonReader::error(const std::string& sub_path, std::string message) {
  errors_.push_back({path_of(sub_path), std::move(message)});
}

const Json* JsonReader::value(const char* key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  const auto found = object_.find(key);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(const char* key) { return value(key) != nullptr; }

bool JsonReader::require(const char* key) {
  if (has(key)) return true;
  error(key, "is missing; it must be given");
  return false;
}

std::optional<std::string> JsonReader::string(const char* key) {
  const Json* found = value(key);
  if (!found) return std::nullopt;
  if (!found->is_string()) {
    error(key, "this is " + type_text(*found) + "; a string is accepted");
    return std::nullopt;
  }
  return found->get_ref<const std::string&>();
}

std::optional<std::string> JsonReader::string(const char* key, std::size_t min, std::size_t max) {
  auto text = string(key);
  if (!text) return std::nullopt;
  const std::size_t length = code_points(*text);
  if (length < min || length > max) {
    const std::string bounds = min == 0 ? "up to " + std::to_string(max)
                                        : std::to_string(min) + " to " + std::to_string(max);
    error(key,
          "has " + std::to_string(length) + " characters; " + bounds + " characters are accepted");
    return std::nullopt;
  }
  return text;
}

std::optional<bool> JsonReader::boolean(const char* key) {
  const Json* found = value(key);
  if (!found) return std::nullopt;
  if (!found->is_boolean()) {
    error(key, "this is " + type_text(*found) + "; true or false is accepted");
    return std::nullopt;
  }
  return found->get<bool>();
}

std::optional<double> JsonReader::number(const char* key, Range range) {
  const Json* found = value(key);
  if (!found) return std::nullopt;
  if (!found->is_number()) {
    error(key,
          "this is " + type_text(*found) + "; a number from " + range_text(range) + " is accepted");
    return std::nullopt;
  }
  const double number = found->get<double>();
  if (!(number >= range.min && number <= range.max)) {
    error(key, "is " + dump_json(*found) + "; a number from " + range_text(range) + " is accepted");
    return std::nullopt;
  }
  return number;
}

std::optional<std::int64_t> JsonReader::integer(const char* key, Range range) {
  const auto number = this->number(key, range);
  if (!number) return std::nullopt;
  if (*number != std::floor(*number)) {
    error(key, "is " + number_text(*number) + "; a whole number from " + range_text(range) +
                   " is accepted");
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*number);
}

std::optional<Percent> JsonReader::percent(const char* key) {
  const auto number = this->number(key, {0, 1});
  if (!number) return std::nullopt;
  return static_cast<Percent>(std::floor(*number * 100.0 + 0.5));
}

std::optional<std::size_t> JsonReader::one_of(const char* key,
                                              std::initializer_list<std::string_view> names) {
  const auto text = string(key);
  if (!text) return std::nullopt;
  std::string accepted;
  std::size_t index = 0;
  for (const auto name : names) {
    if (name == *text) return index;
    accepted += (index == 0                  ? ""
                 : index + 1 == names.size() ? " or "
                                             : ", ") +
                ("\"" + std::string(name) + "\"");
    ++index;
  }
  error(key,
        "is " + dump_json(Json(first_code_points(*text, 60))) + "; " + accepted + " is accepted");
  return std::nullopt;
}

std::optional<std::vector<std::string>> JsonReader::strings(const char* key) {
  const Json* found = value(key);
  if (!found) return std::nullopt;
  if (!found->is_array()) {
    error(key, "this is " + type_text(*found) + "; a list of strings is accepted");
    return std::nullopt;
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < found->size(); ++i) {
    const Json& item = (*found)[i];
    if (item.is_string()) {
      out.push_back(item.get_ref<const std::string&>());
    } else {
      error(std::string(key) + "[" + std::to_string(i) + "]",
            "this is " + type_text(item) + "; a string is accepted");
    }
  }
  return out;
}

void JsonReader::finish() {
  for (const auto& [key, unused] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    const std::string near = nearest(key, known_);
    std::string accepted;
    for (const auto& name : known_) accepted += (accepted.empty() ? "" : ", ") + name;
    error(key, near.empty()
                   ? "is not a known key; accepted: " + (accepted.empty() ? "none" : accepted)
                   : "is not a known key; did you mean \"" + near + "\"?");
  }
}

Attributes read_attributes(const Json& value, const std::string& path,
                           std::vector<FieldError>& errors) {
  Attributes out;
  if (!value.is_object()) {
    errors.push_back({path, "this is " + type_text(value) + "; a flat object is accepted"});
    return out;
  }
  for (const auto& [key, item] : value.items()) {
    const std::string where = path + "." + key;
    if (out.size() >= 100) {
      errors.push_back({path, "has more than 100 entries; up to 100 are accepted"});
      break;
    }
    if (item.is_boolean()) {
      out[key] = item.get<bool>();
    } else if (item.is_number()) {
      out[key] = item.get<double>();
    } else if (item.is_string() && code_points(item.get_ref<const std::string&>()) <= 1000) {
      out[key] = item.get<std::string>();
    } else {
      errors.push_back(
          {where, "a string of up to 1000 characters, a number or a boolean is accepted"});
    }
  }
  return out;
}

Json attributes_json(const Attributes& attributes) {
  Json out = Json::object();
  for (const auto& [key, value] : attributes) {
    if (const auto* flag = std::get_if<bool>(&value)) out[key] = *flag;
    if (const auto* text = std::get_if<std::string>(&value)) out[key] = *text;
    if (const auto* number = std::get_if<double>(&value)) {
      const bool whole = *number == std::floor(*number) && std::fabs(*number) < 1e15;
      out[key] = whole ? Json(static_cast<std::int64_t>(*number)) : Json(*number);
    }
  }
  return out;
}

}  // namespace handoff
