import { describe, expect, it } from "vitest";
import { type Import, importsOf, sourceFiles, textOf } from "./source-files";

/** What the extension's own pages draw from: they decide nothing. */
const EXTENSION_PAGE = [
  "src/ui",
  "src/sources",
  "src/messages",
  "src/export",
  "preact",
  "webextension-polyfill",
  "src/rules (types)",
  "src/chart (types)",
];

/** DESIGN.md, "Rooms": what a room may import. A trailing " (types)" allows types only. */
const MAY_IMPORT: Record<string, string[]> = {
  "src/sources": ["src/sources"],
  "src/terminology": ["src/terminology", "src/sources", "src/chart (types)"],
  "src/chart": ["src/chart", "src/terminology", "src/sources", "valibot"],
  "src/risk": ["src/risk", "src/chart", "src/terminology", "src/sources"],
  "src/rules": ["src/rules", "src/risk", "src/chart", "src/terminology", "src/sources", "valibot"],
  "src/export": ["src/export", "src/sources", "src/rules (types)", "src/chart (types)"],
  "src/messages": [
    "src/messages",
    "valibot",
    "src/chart (types)",
    "src/rules (types)",
    "src/risk (types)",
    "src/sources (types)",
  ],
  "src/background": [
    "src/background",
    "src/messages",
    "src/export",
    "src/rules",
    "src/risk",
    "src/chart",
    "src/terminology",
    "src/sources",
    "webextension-polyfill",
  ],
  "src/ui": [...EXTENSION_PAGE, "public/_locales (types)"],
  "src/sidebar": ["src/sidebar", ...EXTENSION_PAGE],
  "src/options": ["src/options", ...EXTENSION_PAGE],
  popup: ["popup", ...EXTENSION_PAGE],
  content: ["content", "virtual:osteon-terms", "src/messages (types)", "src/chart (types)"],
};

const rooms = Object.keys(MAY_IMPORT);
const PURE = ["src/chart", "src/terminology", "src/risk", "src/rules", "src/sources", "src/export", "src/messages"];

function roomOf(path: string): string | undefined {
  return rooms.find((room) => path === room || path.startsWith(`${room}/`));
}

function allowed(room: string, { to, typeOnly }: Import): boolean {
  return (MAY_IMPORT[room] ?? []).some((entry) => {
    const [target = "", types] = entry.split(" ");
    return (to === target || to.startsWith(`${target}/`)) && (types === undefined || typeOnly);
  });
}

describe("rooms", () => {
  it.each(rooms)("%s imports only what DESIGN.md allows it", (room) => {
    const files = sourceFiles(room);
    const breaches = files
      .flatMap(importsOf)
      .filter((one) => !/\.(css|svg|html)(\?inline)?$/.test(one.to) && !allowed(room, one))
      .map(({ from, to, typeOnly }) => `${from} imports ${to}${typeOnly ? " (types)" : ""}`);
    expect(files.length).toBeGreaterThan(0);
    expect(breaches).toEqual([]);
  });

  it("every source file lives in a room of DESIGN.md", () => {
    const strays = sourceFiles("src", "content", "popup").filter(
      (file) => !roomOf(file) && !file.startsWith("src/commands/"),
    );
    expect(strays).toEqual([]);
  });

  it.each(PURE)("%s touches neither page, browser nor clock", (room) => {
    const touching = sourceFiles(room).filter((file) =>
      /\b(?:document|window|navigator|chrome|browser)\s*\.|\bDate\.now\(|new Date\(\s*\)|\bperformance\.now\(|Math\.random\(/.test(
        textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
      ),
    );
    expect(touching).toEqual([]);
  });

  it("nothing the user runs needs the network or turns text into markup or code", () => {
    const forbidden =
      /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|\.innerHTML|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\b|document\.write/;
    const files = sourceFiles("src", "content", "popup").filter((file) => !file.startsWith("src/commands/"));
    expect(files.filter((file) => forbidden.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))).toEqual([]);
  });
});

describe("the reader of imports", () => {
  it("sees an import that breaks the rules", () => {
    expect(allowed("content", { from: "content/frame.ts", to: "src/rules/assess", typeOnly: false })).toBe(false);
    expect(allowed("content", { from: "content/frame.ts", to: "src/chart/snapshot", typeOnly: false })).toBe(false);
    expect(allowed("content", { from: "content/frame.ts", to: "src/chart/snapshot", typeOnly: true })).toBe(true);
    expect(allowed("src/sidebar", { from: "src/sidebar/main.tsx", to: "src/background/badge", typeOnly: true })).toBe(
      false,
    );
  });
});
