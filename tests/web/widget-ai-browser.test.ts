// @vitest-environment node
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser";
import { useWidget } from "./support/widget";

const ana = { id: "a1", name: "Ana" };
const long = Array.from({ length: 30 }, (_, line) => `Line ${line} of a long answer.`);

describe.skipIf(!hasBrowser)("an answer that grows in the widget", { timeout: 60_000 }, () => {
  const at = useWidget();

  const bubble = (text: string) => at.log.locator(".bubble", { hasText: text });
  const place = async (text: string) => {
    const box = await bubble(text).boundingBox();
    return box && [box.x, box.y, box.width, box.height];
  };
  const grows = (text: string) => at.server.ephemeral("ai.partial", { text, epoch: 1 });

  it.each(["Yes. **It is** in stock.", "Both:\n\n- blue\n- green", long.join("\n")])(
    "puts the message where its answer grew (%#)",
    async (text) => {
      await at.visit();
      await at.open();
      await at.say("Do you have it?");
      at.server.ephemeral("typing", { author: "ai", active: true });
      await at.page.getByText("is writing").waitFor();
      const start = text.slice(0, 4);
      grows(start);
      await bubble(start).waitFor();
      grows(text);
      await at.page.locator(".growing", { hasText: text.slice(-6) }).waitFor();
      await at.expectAccessible();
      const before = await place(start);
      at.server.push({ type: "message", author: "ai", text });
      await at.page.locator(".growing").waitFor({ state: "detached" });
      expect(await place(start)).toEqual(before);
      expect(await bubble(start).count()).toBe(1);
    },
  );

  it("does not read out what grows, and reads the message once", async () => {
    await at.visit();
    await at.open();
    await at.say("Do you have it?");
    grows("See [the list](https://shop.example/list).");
    await bubble("See the list").waitFor();
    const { log } = at;
    expect(await log.ariaSnapshot()).not.toContain("the list");
    expect(await log.ariaSnapshot()).toContain("is writing");
    at.server.push({ type: "message", author: "ai", text: "See the list." });
    await expect.poll(() => log.ariaSnapshot()).toContain("See the list.");
  });

  it.each(["", "?theme=dark"])("withdraws visibly what a person cut short (%s)", async (query) => {
    await at.visit(query);
    await at.open();
    await at.say("Do you have it?");
    await at.page.clock.install();
    grows("Yes, we have");
    await bubble("Yes, we have").waitFor();
    at.server.ephemeral("ai.withdrawn", {});
    at.server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana, epoch: 2 });
    await at.page.getByText("The assistant stopped: a person is answering now.").waitFor();
    await at.page.getByText("Ana joined").waitFor();
    const struck = await bubble("Yes, we have").evaluate(
      (box) => getComputedStyle(box).textDecorationLine,
    );
    expect(struck).toBe("line-through");
    await at.expectAccessible();
    await at.page.clock.fastForward(9_000);
    await bubble("Yes, we have").waitFor({ state: "detached" });
    expect(await at.page.getByText("The assistant stopped").count()).toBe(0);
  });
});
