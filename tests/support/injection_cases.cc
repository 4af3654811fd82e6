#include "support/injection_cases.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "support/fixture.h"

namespace handoff {
namespace {

std::string base64(const std::string& bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = std::string_view(bytes).substr(at, 3);
    unsigned bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8 | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i)
      out += i > group.size() ? '=' : kLetters[bits >> (18 - 6 * i) & 63];
  }
  return out;
}

std::string hexadecimal(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}

std::string joined(const std::string& letters, const std::string& between) {
  std::string out;
  for (const char c : letters) out += (out.empty() ? "" : between) + c;
  return out;
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string disguised(const std::string& canary, const std::string& how) {
  if (how.empty()) return canary;
  if (how == "base64") return base64(canary);
  if (how == "hex") return hexadecimal(canary);
  if (how == "hidden") return joined(canary, "\u200b");
  if (how == "lines") return joined(canary, "\n");
  if (how == "reversed") return {canary.rbegin(), canary.rend()};
  if (how == "spaced") return joined(canary, " ");
  if (how == "upper") return in_capitals(canary);
  throw std::runtime_error("injection.json: {{canary|" + how + "}} is no disguise");
}

/// What stands between the braces of a placeholder.
std::string meaning_of(const std::string& placeholder, const std::string& canary) {
  const std::size_t bar = placeholder.find('|');
  const std::string behind = bar == std::string::npos ? "" : placeholder.substr(bar + 1);
  if (placeholder.rfind("canary", 0) == 0) return disguised(canary, behind);
  if (placeholder.rfind("repeat ", 0) != 0)
    throw std::runtime_error("injection.json: {{" + placeholder + "}} is no placeholder");
  std::string out;
  for (int left = std::stoi(placeholder.substr(7)); left > 0; --left) out += behind;
  return out;
}

std::string filled(const std::string& written, const std::string& canary) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t open = written.find("{{"); open != std::string::npos;
       open = written.find("{{", at)) {
    const std::size_t close = written.find("}}", open);
    out += written.substr(at, open - at);
    out += meaning_of(written.substr(open + 2, close - open - 2), canary);
    at = close + 2;
  }
  return out + written.substr(at);
}

InjectionCase case_from(const Json& json, const std::string& canary) {
  const auto text = [&](const Json& value) { return filled(value.get<std::string>(), canary); };
  InjectionCase read{.name = json.at("name").get<std::string>(),
                     .visitor = text(json.at("visitor"))};
  if (json.contains("article")) read.article = text(json.at("article"));
  const Json& model = json.at("model");
  read.text = text(model.is_string() ? model : model.at("text"));
  if (model.is_object()) {
    for (const Json& call : model.at("tool_calls"))
      read.tool_calls.push_back({call.at("name").get<std::string>(), text(call.at("arguments"))});
  }
  for (const Json& never : json.at("never")) read.never.push_back(text(never));
  if (json.at("handoff").is_boolean()) read.handoff = json.at("handoff").get<bool>();
  return read;
}

}  // namespace

std::vector<InjectionCase> injection_cases(const std::string& canary) {
  std::vector<InjectionCase> cases;
  for (const Json& json : read_fixture("injection.json")) cases.push_back(case_from(json, canary));
  return cases;
}

}  // namespace handoff
