import { describe, expect, it } from "vitest";
import { EventStreamParser, type StreamEvent } from "../../web/shared/event-stream-parser";

function parse(...chunks: string[]) {
  const events: StreamEvent[] = [];
  const retries: number[] = [];
  const parser = new EventStreamParser(
    (event) => events.push(event),
    (milliseconds) => retries.push(milliseconds),
  );
  for (const chunk of chunks) parser.feed(chunk);
  return { events, retries, lastId: parser.lastId };
}

const sample =
  '\uFEFF: hello\r\nid: g1:1\r\nevent: message\r\ndata: {"a":1}\r\n\r\ndata: two\ndata: lines\n\n';

describe("EventStreamParser", () => {
  it("reads ids, types and data, and skips comments", () => {
    expect(parse(sample).events).toEqual([
      { type: "message", data: '{"a":1}', id: "g1:1" },
      { type: "message", data: "two\nlines", id: null },
    ]);
  });

  it("reads the same events wherever the chunks are cut", () => {
    const whole = parse(sample).events;
    for (let cut = 0; cut <= sample.length; ++cut)
      expect(parse(sample.slice(0, cut), sample.slice(cut)).events).toEqual(whole);
    expect(parse(...sample).events).toEqual(whole);
  });

  it("takes carriage returns alone as line ends", () => {
    expect(parse("data: x\r\rdata: y\r\r").events.map(({ data }) => data)).toEqual(["x", "y"]);
  });

  it("keeps the last id for later and lets an empty one reset it", () => {
    expect(parse("id: 7\ndata: x\n\ndata: y\n\n").lastId).toBe("7");
    expect(parse("id: 7\ndata: x\n\nid\ndata: y\n\n").lastId).toBe("");
    expect(parse("id: 7\0\ndata: x\n\n").lastId).toBe("");
  });

  it("stores an id that comes without data, and dispatches nothing", () => {
    const { events, lastId } = parse("id: 9\n\n");
    expect(events).toEqual([]);
    expect(lastId).toBe("9");
  });

  it("drops an unfinished event and drops only one space after the colon", () => {
    expect(parse("data:  x\n\ndata: never").events).toEqual([
      { type: "message", data: " x", id: null },
    ]);
  });

  it("takes a retry only of digits", () => {
    expect(parse("retry: 2000\nretry: 2s\nretry: -1\n").retries).toEqual([2000]);
  });
});
