#pragma once

#include <string>
#include <string_view>

#include "handoff/result.h"

namespace handoff {

/// One help text in one language.
///
///     ---
///     title: Delivery times and cost
///     locale: en
///     url: https://acme.example/help/delivery
///     keywords: shipping, courier
///     ---
///     Markdown ...
///
/// The front matter may be left out: the title is then the first heading, the locale the one in the
/// file's name
/// (`delivery.ro.md`), else English. `keywords` are other words visitors use; they are searched,
/// never shown. Other keys belong to other programs and are ignored.
struct Article {
  std::string slug;  ///< the file's name without `.md` and locale: `delivery`; the same for all its
                     ///< translations
  std::string locale = "en";
  std::string title;
  std::string url = {};
  std::string keywords = {};
  std::string body;  ///< Markdown
};

inline constexpr std::size_t kMaxArticleBytes = 64 * 1024;
inline constexpr std::size_t kMaxArticles = 2000;

/// kInvalid, with the file's name as the path: longer than 64 KiB, not UTF-8, a front matter that
/// does not end, no title, no text, or a name, locale or url that is not accepted.
Result<Article> parse_article(std::string_view file_name, std::string_view text);

}  // namespace handoff
