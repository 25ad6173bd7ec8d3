import { describe, expect, it } from "vitest";
import { parsePageMessage } from "../../src/messages/parse";
import { banner, snapshot, table } from "../chart/support/page";

/** What a page script sends, before the worker believes it. */
describe("a snapshot", () => {
  const sent = () => snapshot([table(["Test", "Result"], [["Calcium", "9.7"]])], { banner: banner(["Marsh, Ada"]) });

  it("is taken as it was sent, with the title of its banner or without", () => {
    const message = { kind: "snapshot", snapshot: sent() };
    expect(parsePageMessage(message)).toEqual(message);
    for (const title of ["Emergency contact", undefined]) {
      const titled = { ...sent(), banner: sent().banner.map((piece) => ({ ...piece, title })) };
      expect(parsePageMessage({ kind: "snapshot", snapshot: titled })).not.toBeNull();
    }
  });

  it.each<[string, object]>([
    ["a text that is too long", { url: "x".repeat(30_000) }],
    ["a banner that is none", { banner: [{ ref: 1, text: 5 }] }],
    ["a reference that is no number", { regions: [{ ...sent().regions[0], ref: "1" }] }],
  ])("is refused with %s", (_, wrong) => {
    expect(parsePageMessage({ kind: "snapshot", snapshot: { ...sent(), ...wrong } })).toBeNull();
  });
});
