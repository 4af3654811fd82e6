#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "ai/knowledge_folder.h"
#include "ai/markdown_inline.h"
#include "ai/markdown_sections.h"
#include "ai/vocabulary.h"
#include "support/temp_folder.h"

namespace handoff {
namespace {

using testing::TempFolder;

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string problem(const std::string& name, const std::string& text) {
  const auto article = parse_article(name, text);
  if (article.ok()) return "accepted";
  EXPECT_EQ(article.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(article.error().fields.at(0).path, name);
  return article.error().fields.at(0).message;
}

TEST(KnowledgeArticle, reads_the_front_matter) {
  const auto article =
      parse_article("delivery.ro.md",
                    "\xEF\xBB\xBF---\r\ntitle: \"Livrare\"\r\nurl: https://a.example/l\r\n"
                    "keywords: curier\r\ndate: 2026-01-01\r\n---\r\n\r\nText.\r\n");
  ASSERT_TRUE(article.ok()) << article.error().message;
  EXPECT_EQ(article->slug, "delivery");
  EXPECT_EQ(article->locale, "ro");
  EXPECT_EQ(article->title, "Livrare");
  EXPECT_EQ(article->url, "https://a.example/l");
  EXPECT_EQ(article->keywords, "curier");
  EXPECT_EQ(article->body, "Text.");
}

TEST(KnowledgeArticle, the_locale_in_the_text_wins_over_the_name) {
  EXPECT_EQ(parse_article("a.en.md", "---\ntitle: T\nlocale: ro-RO\n---\nx")->locale, "ro");
}

TEST(KnowledgeArticle, does_without_front_matter) {
  const auto article = parse_article("Opening-Hours.md", "# Opening hours\n\nNine to five.");
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->title, "Opening hours");
  EXPECT_EQ(article->locale, "en");
  EXPECT_EQ(article->slug, "Opening-Hours");
}

TEST(KnowledgeArticle, refuses_with_the_files_name_and_what_is_accepted) {
  EXPECT_NE(problem("a.md", "just text").find("no title"), std::string::npos);
  EXPECT_NE(problem("a.md", "---\ntitle: T\ntext").find("does not end"), std::string::npos);
  EXPECT_NE(problem("a.md", "---\ntitle: T\n---\n  \n").find("no text"), std::string::npos);
  EXPECT_NE(problem("a.md", "---\ntitle: T\nlocale: 12\n---\nx").find("locale"), std::string::npos);
  EXPECT_NE(problem("a.md", "---\ntitle: T\nurl: javascript:x\n---\nx").find("url"),
            std::string::npos);
  EXPECT_NE(problem("a.md", "---\ntitle: T\n---\n\xC3\x28").find("UTF-8"), std::string::npos);
  EXPECT_NE(problem("../a.md", "# T\nx").find("bad name"), std::string::npos);
  EXPECT_NE(problem("a.md", "# T\n" + std::string(65536, 'x')).find("65536"), std::string::npos);
  EXPECT_EQ(problem("a.md", "# T\n" + std::string(65532, 'x')), "accepted");
}

TEST(KnowledgeFolder, loads_articles_by_name_and_leaves_other_files_alone) {
  TempFolder folder;
  write_file(folder.path() / "b.md", "# B\nText b.");
  write_file(folder.path() / "a.md", "# A\nText a.");
  write_file(folder.path() / "README.md", "for people");
  write_file(folder.path() / "notes.txt", "no article");
  const auto articles = load_articles(folder.path());
  ASSERT_TRUE(articles.ok()) << articles.error().message;
  ASSERT_EQ(articles->size(), 2u);
  EXPECT_EQ(articles->at(0).slug, "a");
}

TEST(KnowledgeFolder, names_every_bad_file) {
  TempFolder folder;
  write_file(folder.path() / "one.md", "no title");
  write_file(folder.path() / "two.md", "# T\n\xFF");
  write_file(folder.path() / "good.md", "# T\nx");
  const auto articles = load_articles(folder.path());
  ASSERT_FALSE(articles.ok());
  ASSERT_EQ(articles.error().fields.size(), 2u);
  EXPECT_EQ(articles.error().fields[0].path, "one.md");
  EXPECT_EQ(articles.error().fields[1].path, "two.md");
}

TEST(KnowledgeFolder, the_same_article_twice_in_one_language_is_refused) {
  TempFolder folder;
  write_file(folder.path() / "a.md", "# A\nx");
  write_file(folder.path() / "a.en.md", "# A\nx");
  EXPECT_FALSE(load_articles(folder.path()).ok());
}

TEST(KnowledgeFolder, a_missing_folder_is_an_error_that_names_it) {
  const auto articles = load_articles("/nowhere/knowledge");
  ASSERT_FALSE(articles.ok());
  EXPECT_NE(articles.error().fields.at(0).path.find("/nowhere/knowledge"), std::string::npos);
}

TEST(KnowledgeFolder, more_than_two_thousand_articles_are_refused) {
  TempFolder folder;
  for (int i = 0; i < 2000; ++i) {
    write_file(folder.path() / ("a" + std::to_string(i) + ".md"), "# T\nx");
  }
  EXPECT_TRUE(load_articles(folder.path()).ok());
  write_file(folder.path() / "one-more.md", "# T\nx");
  EXPECT_FALSE(load_articles(folder.path()).ok());
}

TEST(KnowledgeDemo, every_article_has_its_romanian_twin) {
  const auto articles = load_articles(HANDOFF_KNOWLEDGE);
  ASSERT_TRUE(articles.ok()) << articles.error().message;
  std::map<std::string, std::set<std::string>> locales;
  for (const Article& article : *articles) locales[article.slug].insert(article.locale);
  EXPECT_GE(locales.size(), 14u);
  for (const auto& [slug, found] : locales) {
    EXPECT_EQ(found, (std::set<std::string>{"en", "ro"})) << slug;
  }
}

TEST(KnowledgeMarkdown, sections_and_sentences) {
  const auto sections = split_markdown(
      "Intro one. Intro two!\n\n# Prices *today*\n\nThe price is 3.50 lei, e.g. for tubes. Ask "
      "us.\n"
      "- first `item`\n- second\n  goes on\n\n| Name | Price |\n|---|---|\n| Tube | 5 | new "
      "|\n\n## Empty\n");
  ASSERT_EQ(sections.size(), 2u);
  EXPECT_EQ(sections[0].heading, "");
  ASSERT_EQ(sections[0].sentences.size(), 2u);
  EXPECT_EQ(sections[0].sentences[1].text, "Intro two!");
  EXPECT_EQ(sections[1].heading, "Prices today");
  ASSERT_EQ(sections[1].sentences.size(), 5u);
  EXPECT_EQ(sections[1].sentences[0].text, "The price is 3.50 lei, e.g. for tubes.");
  EXPECT_EQ(sections[1].sentences[2].text, "first item");
  EXPECT_TRUE(sections[1].sentences[2].item);
  EXPECT_EQ(sections[1].sentences[3].text, "second goes on");
  EXPECT_EQ(sections[1].sentences[4].text, "Tube: 5, new");
}

TEST(KnowledgeMarkdown, inline_marks_go_and_words_stay) {
  EXPECT_EQ(plain_text("**Bold** [link](https://a.example/x) and `code`"), "Bold link and code");
  EXPECT_EQ(plain_text("![alt](x.png)order_id 2 * 3 < 7 <b>x</b> \\*star"),
            "order_id 2 * 3 < 7 x *star");
  EXPECT_EQ(plain_text("see <https://a.example>"), "see <https://a.example>");
  EXPECT_EQ(plain_text("[broken](no end ** ["), "[broken](no end  [");
}

TEST(KnowledgeVocabulary, one_mistake) {
  EXPECT_TRUE(is_one_mistake_away("waranty", "warranty"));
  EXPECT_TRUE(is_one_mistake_away("delivrey", "delivery"));
  EXPECT_TRUE(is_one_mistake_away("tests", "tesks"));
  EXPECT_FALSE(is_one_mistake_away("same", "same"));
  EXPECT_FALSE(is_one_mistake_away("warranty", "warnt"));
  EXPECT_FALSE(is_one_mistake_away("abcd", "badc"));
}

}  // namespace
}  // namespace handoff
