#include "ai/output_guard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "handoff/utf8.h"

namespace handoff {
namespace {

OutputRules rules() { return {.link_hosts = {"shop.example"}, .canary = "q7Xk-29mZ-t4wB"}; }
std::string guarded(std::string_view text) { return guard_output(text, rules()).text; }
bool leaks(std::string_view text) { return guard_output(text, rules()).leaked; }

TEST(OutputGuard, leaves_the_markdown_of_the_widget_as_it_is) {
  const std::string text =
      "**M** is `in` *stock*, see [the page](https://shop.example/a?b=c&d#e) or "
      "https://www.shop.example/x(1).\nWrite to ana@shop.example!\n\n- a\n- b\n\n1. c\n2. 2 * 3 < "
      "4 > "
      "1, 5 [kg] & 20 % (or so): 3/4 e.g. I <3 it";
  const GuardedText out = guard_output(text, rules());
  EXPECT_EQ(out.text, text);
  EXPECT_TRUE(out.removed.empty());
  EXPECT_FALSE(out.leaked);
}

TEST(OutputGuard, takes_out_images_with_their_words) {
  EXPECT_EQ(guarded("a ![x](https://evil.example/i) b"), "a b");
  EXPECT_EQ(guarded("a ![x](https://shop.example/i) b"), "a b");
  EXPECT_EQ(guarded("a ![x [y](u) z][ref] b"), "a b");
  EXPECT_EQ(guarded("a ![x] b"), "a b");
  EXPECT_EQ(guarded("a ![](data:image/png;base64,AAAA) b"), "a b");
  EXPECT_EQ(guarded("a <img src='https://evil.example/\">' onerror=x> b"), "a b");
  EXPECT_EQ(guarded("a <svg><text>in</text></svg> b"), "a b");
  EXPECT_EQ(guard_output("![x](y) b", rules()).removed, std::vector<std::string>{"image"});
}

TEST(OutputGuard, takes_out_html_and_keeps_its_words) {
  EXPECT_EQ(guarded("a <b>bold</b> <i class=\"x\">word</i> c"), "a bold word c");
  EXPECT_EQ(guarded("a<!-- hidden -->b<script>x()</script>c<STYLE>p{}</STYLE >d"), "abcd");
  EXPECT_EQ(guarded("a <script>never ended"), "a");
  EXPECT_EQ(guarded("a <!-- never ended"), "a");
  EXPECT_EQ(guarded("<<b>img src=x>"), "< img src=x>");
  EXPECT_EQ(guarded("if a <b then"), "if a < b then");
}

TEST(OutputGuard, a_link_to_another_host_leaves_its_words) {
  EXPECT_EQ(guarded("see [the page](https://evil.example/a)."), "see the page.");
  EXPECT_EQ(guarded("see [the **big** page](https://evil.example 'title')"),
            "see the **big** page");
  EXPECT_EQ(guarded("[a [b](https://evil.example) c](https://evil.example)"), "a b c");
  EXPECT_EQ(guarded("see [x](/relative), [y](//shop.example) and [z](javascript:alert(1))"),
            "see x, y and z");
  EXPECT_EQ(guarded("[call](tel:+40) [write](mailto:a@shop.example)"), "call write");
}

TEST(OutputGuard, words_that_are_an_address_go_with_their_link) {
  EXPECT_EQ(guarded("see [https://evil.example](https://evil.example) now"), "see now");
  EXPECT_EQ(guarded("see [evil.example/x](https://evil.example) now"), "see now");
  EXPECT_EQ(guarded("see [our evil.example page](https://evil.example) now"), "see our page now");
  EXPECT_EQ(guarded("[https://evil.example](https://shop.example/a)"), "https://shop.example/a");
}

TEST(OutputGuard, references_are_resolved_to_words_and_bare_addresses) {
  EXPECT_EQ(guarded("see [the page][1] and [that][].\n\n[1]: https://evil.example/a \"t\"\n"
                    "[that]:\n  <https://shop.example/b>"),
            "see the page and that.\n\nhttps://shop.example/b");
  EXPECT_EQ(guarded("30 days [1][2]"), "30 days [1][2]");
  EXPECT_EQ(guarded("[x]: https\\://evil.example"), "");
}

TEST(OutputGuard, bare_addresses_of_other_hosts_go) {
  EXPECT_EQ(guarded("at https://evil.example/a?b, or"), "at, or");
  EXPECT_EQ(guarded("at (https://evil.example) or"), "at or");
  EXPECT_EQ(guarded("at <https://evil.example/a> or <https://shop.example/a>"),
            "at or https://shop.example/a");
  EXPECT_EQ(guarded("at www.evil.example or www.shop.example"), "at or www.shop.example");
  EXPECT_EQ(guarded("at //evil.example/x or evil.example/x or x@evil.example"), "at or or");
  EXPECT_EQ(guarded("at **https://evil.example**!"), "at!");
}

TEST(OutputGuard, only_the_host_itself_and_its_subdomains_are_allowed) {
  for (const char* good :
       {"https://shop.example", "https://SHOP.Example/a", "https://a.b.shop.example/",
        "https://shop.example:443/a", "https://shop.example./a",
        "https://shop.example/a?next=https://shop.example/b"})
    EXPECT_EQ(guarded(std::string("[x](") + good + ")"), std::string("[x](") + good + ")");
  for (const char* bad : {"http://shop.example/",
                          "https:shop.example",
                          "https:/shop.example",
                          "https:///shop.example",
                          "https://shop.example@evil.example/",
                          "https://a:b@shop.example/",
                          "https://shop.example\\@evil.example",
                          "https://evil%2Eexample",
                          "https://shop.example:8443/",
                          "https://evilshop.example",
                          "https://shop.example.evil.example",
                          "https://shop.example../",
                          "https://.shop.example",
                          "https://sh\u043Ep.example",
                          "https://xn--shp-0ub.example",
                          "https://shop\u3002example",
                          "https://evil.example\uFF0F.shop.example",
                          "https://[::1]/",
                          "https://shop.example/r?to=https%3A%2F%2Fevil.example",
                          "https://shop.example/r?to=//evil.example",
                          "https://shop.example/r?to=%252F%252Fevil.example",
                          "ftp://shop.example/",
                          "data:text/html,x",
                          "vbscript:x",
                          "https://",
                          "https://\tevil.example"})
    EXPECT_EQ(guarded(std::string("[x](") + bad + ")"), "x") << bad;
}

TEST(OutputGuard, an_address_broken_over_lines_leaves_nothing) {
  EXPECT_EQ(guarded("[x](https://evil\n.example/a) b"), "x b");
  EXPECT_EQ(guarded("[x](\nhttps://evil.example\n) b"), "x b");
}

TEST(OutputGuard, no_hosts_allow_nothing) {
  EXPECT_EQ(guard_output("[x](https://shop.example)", {}).text, "x");
  EXPECT_EQ(guard_output("[x](https://shop.example)", {.link_hosts = {"", ".", "*"}}).text, "x");
}

TEST(OutputGuard, a_query_is_kept_up_to_2048_bytes) {
  const std::string base = "https://shop.example/a?";
  const std::string text = "[x](" + base + std::string(5000, 'q') + "#end)";
  EXPECT_EQ(guarded(text), "[x](" + base + std::string(2047, 'q') + ")");
}

TEST(OutputGuard, what_a_removal_brings_together_is_no_link_either) {
  for (const char* text : {"https:/![](x)/evil.example/leak", "[a](htt[x](y)ps://evil.example)",
                           "[x]![](y)(https:evil.example)", "htt<b>ps://evil.example",
                           "<sc<script>x</script>ript src=https://evil.example>",
                           "[a][b](https://evil.example)", "![![x](y)](https://evil.example)"})
    EXPECT_EQ(guarded(text).find("evil.example"), std::string::npos) << guarded(text);
}

TEST(OutputGuard, takes_out_control_and_hidden_characters) {
  EXPECT_EQ(guarded("a\u202Eb\u2066c\u200Ed\u061Ce\u200Bf\uFEFFg\u00ADh\u2060i"), "abcdefghi");
  EXPECT_EQ(guarded("a\U000E0073\U000E0100b\uFE01c"), "abc");
  EXPECT_EQ(guarded("a\x1B[31mred\x1B[0m \x1B]0;title\x07z\x01\x7F"), "ared z");
  EXPECT_EQ(guarded("a\r\nb\rc\td"), "a\nb\nc\td");
  EXPECT_EQ(guard_output("a\u200Bb", rules()).removed,
            std::vector<std::string>{"hidden characters"});
}

TEST(OutputGuard, keeps_joiners_where_writing_needs_them) {
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  const std::string heart = "\u2764\uFE0F";
  const std::string persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
  const std::string hindi = "\u0915\u094D\u200D\u0937";
  EXPECT_EQ(guarded(family + heart + " 1\uFE0F\u20E3 " + persian + " " + hindi),
            family + heart + " 1\uFE0F\u20E3 " + persian + " " + hindi);
  EXPECT_EQ(guarded("a\u200Db \u0645\u200C x\uFE0F\uFE0F"), "ab \u0645 x");
}

TEST(OutputGuard, mends_utf8) {
  EXPECT_EQ(guarded("a\xFF\xC3(\xE2\x82z\xED\xA0\x80"), "a(z");
  EXPECT_EQ(guard_output("a\xFF", rules()).removed, std::vector<std::string>{"invalid UTF-8"});
}

TEST(OutputGuard, caps_blank_lines_marks_over_letters_and_length) {
  EXPECT_EQ(guarded("\n\na \n\n\n\n\n\nb  \n\n"), "a\n\n\nb");
  EXPECT_EQ(guarded("e\u0301\u0301\u0301\u0301\u0301\u0301!"), "e\u0301\u0301\u0301\u0301!");
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Ăsta este un text lung. ";
  const GuardedText out = guard_output(text, rules());
  EXPECT_LE(code_points(out.text), 4000u);
  EXPECT_GE(code_points(out.text), 3900u);
  EXPECT_TRUE(out.text.ends_with("lung."));
  EXPECT_EQ(out.removed, std::vector<std::string>{"length"});
}

TEST(OutputGuard, drops_list_items_that_have_lost_their_words) {
  EXPECT_EQ(guarded("- a\n- ![x](y)\n- b"), "- a\n- b");
}

TEST(OutputGuard, finds_the_canary_in_its_disguises) {
  for (const char* text :
       {"q7Xk-29mZ-t4wB", "Q7XK29MZT4WB", "q 7 X k 2 9 m Z t 4 w B", "q\u200B7Xk-29mZ-t\u200B4wB",
        "q.7.X.k.2.9.m.Z.t.4.w.B", "q7Xk2\n9mZt4wB",
        "1. q\n2. 7\n3. X\n4. k\n5. 2\n6. 9\n7. m\n8. Z\n9. t\n10. 4\n11. w\n12. B",
        "Bw4t-Zm92-kX7q", "cTdYay0yOW1aLXQ0d0I=", "eHE3WGstMjltWi10NHdC",
        "eHhxN1hrLTI5bVotdDR3Qg==", "7137586b2d32396d5a2d74347742",
        "0x71 0x37 0x58 0x6b 0x2d 0x32 0x39 0x6d 0x5a 0x2d 0x74 0x34 0x77 0x42",
        "%717Xk%2D29mZ-t4wB", "q7Xk[](x)29mZt4wB", "\uFF517\uFF38k29mZt4wB"}) {
    EXPECT_TRUE(leaks(text)) << text;
    EXPECT_EQ(guarded(std::string("The key is ") + text), "") << text;
  }
  EXPECT_EQ(guard_output("q7Xk-29mZ-t4wB", rules()).removed, std::vector<std::string>{"canary"});
}

TEST(OutputGuard, other_texts_are_no_canary) {
  EXPECT_FALSE(leaks("The key is q7Xk-29mZ. And t4wB comes later."));
  EXPECT_FALSE(guard_output("anything", {}).leaked);
  EXPECT_FALSE(guard_output("a b c", {.canary = "abc"}).leaked);
  EXPECT_TRUE(guard_output("xabcx", {.canary = "abc"}).leaked);
}

/// Pieces that fit together to whatever a guard may stumble over.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"[",
                                                   "]",
                                                   "(",
                                                   ")",
                                                   "!",
                                                   "<",
                                                   ">",
                                                   "\"",
                                                   "'",
                                                   "`",
                                                   "*",
                                                   "https://",
                                                   "evil.example/x",
                                                   "shop.example",
                                                   "/",
                                                   "\\",
                                                   ":",
                                                   "@",
                                                   "//",
                                                   "www.",
                                                   "javascript:",
                                                   "data:",
                                                   "<b>",
                                                   "</b>",
                                                   "<!--",
                                                   "-->",
                                                   "<script>",
                                                   "</script>",
                                                   "<img src=",
                                                   "![",
                                                   "](",
                                                   "[a]: ",
                                                   "\n",
                                                   "\n\n",
                                                   " ",
                                                   "word",
                                                   ". ",
                                                   "\u200B",
                                                   "\u202E",
                                                   "\x1B[",
                                                   "\x1B]",
                                                   "\xFF",
                                                   "\u200D",
                                                   "1. ",
                                                   "- "};
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 40);
  std::string text;
  for (int i = length(random); i > 0; --i) text += kPieces[piece(random)];
  return text;
}

TEST(OutputGuard, random_texts_come_out_harmless_and_stay_as_they_come_out) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    const std::string out = guarded(text);
    for (const char* never :
         {"://evil.example", "www.evil.example/", "<b>", "<img", "<script", "\x1B", "\u202E"})
      ASSERT_EQ(out.find(never), std::string::npos) << never << " in " << out;
    ASSERT_EQ(first_invalid_utf8(out), std::nullopt);
    ASSERT_EQ(guarded(out), out);
  }
}

TEST(OutputGuard, a_megabyte_of_brackets_is_read_to_the_end) {
  for (const char* piece :
       {"[", "](", "[a](b", "[a](https://shop.example/", "<a \"", "https://shop.example/", "a@",
        "<<b>", "[a]: b\n", "](a b", "\x1B]", "www."}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LE(code_points(guarded(text)), 4000u) << piece;
  }
}

}  // namespace
}  // namespace handoff
