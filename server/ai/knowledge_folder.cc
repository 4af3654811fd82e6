#include "ai/knowledge_folder.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace handoff {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> list_files(const fs::path& folder) {
  std::error_code code;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
       entry.increment(code)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (path.extension() != ".md" || path.filename() == "README.md") continue;
    if (entry->is_regular_file(ignored)) files.push_back(path);
  }
  if (code) {
    return invalid(folder.string(), "the folder cannot be read (" + code.message() +
                                        "); accepted: a folder of .md files");
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Reads one byte more than accepted at most, so that a huge file is refused and not swallowed.
Result<std::string> read_text(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(kMaxArticleBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad() || (stream.fail() && !stream.eof())) {
    return invalid(file.filename().string(), "the file cannot be read");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

Result<Article> load_article(const fs::path& file) {
  auto text = read_text(file);
  if (!text) return text.error();
  return parse_article(file.filename().string(), *text);
}

}  // namespace

Result<std::vector<Article>> load_articles(const fs::path& folder) {
  const auto files = list_files(folder);
  if (!files) return files.error();
  if (files->size() > kMaxArticles) {
    return invalid(folder.string(),
                   std::to_string(files->size()) + " articles; accepted: up to 2000");
  }
  std::vector<Article> articles;
  std::set<std::pair<std::string, std::string>> seen;
  Error refused{.code = ErrorCode::kInvalid,
                .message = "articles in " + folder.string() + " are not accepted"};
  for (const fs::path& file : *files) {
    auto article = load_article(file);
    if (!article) {
      refused.fields.push_back(article.error().fields.front());
    } else if (!seen.insert({article->slug, article->locale}).second) {
      refused.fields.push_back(
          {file.filename().string(),
           "a second article " + article->slug + " in the language " + article->locale});
    } else {
      articles.push_back(std::move(article).value());
    }
  }
  if (!refused.fields.empty()) {
    const FieldError& first = refused.fields.front();
    refused.message += ": " + first.path + ": " + first.message;
    return refused;
  }
  return articles;
}

}  // namespace handoff
