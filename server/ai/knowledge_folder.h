#pragma once

#include <filesystem>
#include <vector>

#include "ai/knowledge_article.h"

namespace handoff {

/// Every `*.md` directly in `folder` except README.md, by name. kInvalid, with one field error a
/// file, when any of them is refused, when there are more than 2,000, or when two files are the
/// same article in the same language.
Result<std::vector<Article>> load_articles(const std::filesystem::path& folder);

}  // namespace handoff
