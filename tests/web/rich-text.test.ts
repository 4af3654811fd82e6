import { describe, expect, it } from "vitest";
import { inlines, linkified, richText, safeHref } from "../../web/shared/rich-text";

describe("rich text", () => {
  it("finds bold, code and links, and leaves the rest", () => {
    expect(inlines("**M** is `in` [stock](https://shop.example/a), 2 * 3 * 4")).toEqual([
      { kind: "strong", text: "M" },
      { kind: "text", text: " is " },
      { kind: "code", text: "in" },
      { kind: "text", text: " " },
      { kind: "link", text: "stock", href: "https://shop.example/a" },
      { kind: "text", text: ", 2 * 3 * 4" },
    ]);
  });

  it("leaves the full stop out of a bare link and links mail addresses", () => {
    expect(inlines("See https://a.example/x(1). Or ana@a.example!")).toEqual([
      { kind: "text", text: "See " },
      { kind: "link", text: "https://a.example/x(1", href: "https://a.example/x(1" },
      { kind: "text", text: ")." },
      { kind: "text", text: " Or " },
      { kind: "link", text: "ana@a.example", href: "mailto:ana@a.example" },
      { kind: "text", text: "!" },
    ]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "/relative",
    "//host",
    "JaVaScRiPt:x",
  ])("never links %s", (address) => {
    expect(safeHref(address)).toBeNull();
    expect(inlines(`[x](${address})`).some(({ kind }) => kind === "link")).toBe(false);
  });

  it("makes paragraphs and lists", () => {
    expect(richText("One\ntwo\n\n- a\n- b\n1. c\nend")).toEqual([
      { kind: "paragraph", content: [{ kind: "text", text: "One\ntwo" }] },
      {
        kind: "list",
        ordered: false,
        items: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
      },
      { kind: "list", ordered: true, items: [[{ kind: "text", text: "c" }]] },
      { kind: "paragraph", content: [{ kind: "text", text: "end" }] },
    ]);
  });

  it("shows what people write as they wrote it", () => {
    const text = "**not bold** `x` <b>y</b> [z](https://a.example)";
    const shown = linkified(text).map((piece) => piece.text);
    expect(shown.join("")).toBe("**not bold** `x` <b>y</b> z");
  });

  it("costs no more than its length, whatever the text", () => {
    for (const evil of ["*", "**", "[", "](", "`", "a@", "https://", "*a", "[a](", "a.b@a.b."]) {
      const start = performance.now();
      richText(evil.repeat(64_000 / evil.length));
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
