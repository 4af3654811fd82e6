#include "ai/knowledge_article.h"

#include <algorithm>
#include <optional>

#include "handoff/utf8.h"

namespace handoff {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.front() == text.back();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

/// `en`, `ro`, `pt-BR`; kept as the bare language.
std::optional<std::string> language_of(std::string_view locale) {
  const auto language = locale.substr(0, locale.find_first_of("-_"));
  const bool letters =
      std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || language.size() < 2 || language.size() > 3) return std::nullopt;
  return std::string(language);
}

bool is_slug(std::string_view slug) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !slug.empty() && slug.size() <= 100 && slug.front() != '.' &&
         std::all_of(slug.begin(), slug.end(), plain);
}

/// Splits `delivery.ro.md` into slug and locale.
std::optional<Error> read_name(std::string_view name, Article& article) {
  std::string_view stem = name;
  if (stem.ends_with(".md")) stem.remove_suffix(3);
  const auto dot = stem.rfind('.');
  if (dot != std::string_view::npos) {
    if (const auto language = language_of(stem.substr(dot + 1))) {
      article.locale = *language;
      stem = stem.substr(0, dot);
    }
  }
  if (!is_slug(stem)) {
    return invalid(std::string(name),
                   "bad name; accepted: up to 100 letters a-z, digits, - _ . and then .md");
  }
  article.slug = stem;
  return std::nullopt;
}

std::optional<std::string> set_key(std::string_view key, std::string_view value, Article& article) {
  if (key == "title") article.title = value;
  if (key == "keywords") article.keywords = value;
  if (key == "locale") {
    const auto language = language_of(value);
    if (!language) return "locale is not a language; accepted: en, ro, pt-BR …";
    article.locale = *language;
  }
  if (key == "url") {
    if (!value.starts_with("https://") && !value.starts_with("http://")) {
      return "url is not a web address; accepted: https://… or http://…";
    }
    article.url = value;
  }
  return std::nullopt;
}

/// Reads the lines between `---` and `---`, when the text begins with them, and leaves the Markdown
/// in `rest`.
std::optional<std::string> read_front_matter(std::string_view& rest, Article& article) {
  std::string_view ahead = rest;
  if (trimmed(take_line(ahead)) != "---") return std::nullopt;
  while (!ahead.empty()) {
    const auto line = trimmed(take_line(ahead));
    if (line == "---") {
      rest = ahead;
      return std::nullopt;
    }
    const auto colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string_view::npos) continue;
    const auto value = unquoted(trimmed(line.substr(colon + 1)));
    if (value.empty()) continue;
    if (auto problem = set_key(trimmed(line.substr(0, colon)), value, article)) return problem;
  }
  return "the front matter does not end; accepted: a line with --- before the text";
}

std::string first_heading(std::string_view body) {
  while (!body.empty()) {
    auto line = trimmed(take_line(body));
    if (!line.starts_with("#")) continue;
    line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
    if (!trimmed(line).empty()) return std::string(trimmed(line));
  }
  return {};
}

}  // namespace

Result<Article> parse_article(std::string_view file_name, std::string_view text) {
  const std::string file(file_name);
  if (text.size() > kMaxArticleBytes) {
    return invalid(file, "longer than accepted: 65536 bytes");
  }
  if (first_invalid_utf8(text)) return invalid(file, "not UTF-8; accepted: UTF-8 text");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Article article;
  if (auto error = read_name(file_name, article)) return *error;
  if (auto problem = read_front_matter(text, article)) return invalid(file, *problem);
  if (article.title.empty()) article.title = first_heading(text);
  if (article.title.empty()) {
    return invalid(file, "no title; accepted: `title:` in the front matter, or a heading");
  }
  article.body = trimmed(text);
  if (article.body.empty()) return invalid(file, "no text under the front matter");
  return article;
}

}  // namespace handoff
