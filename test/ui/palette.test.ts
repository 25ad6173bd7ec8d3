import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The colours of tokens.css, held against readers who see colours differently, and against the tint behind them. */

const css = readFileSync(new URL("../../src/ui/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");
const TIERS = ["low", "moderate", "high", "very-high"];

type Rgb = [number, number, number];

function colour(theme: string, name: string): Rgb {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(theme)?.[1] ?? "";
  return [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const SIGHT: Record<string, number[][]> = {
  "full colour sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(matrix: number[][], [r, g, b]: Rgb): Rgb {
  return matrix.map(([x = 0, y = 0, z = 0]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as Rgb;
}

/** CIE 1976 L*a*b* of a linear sRGB colour, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (v: number) => (v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the tiers in %s", (_, theme) => {
  it.each(Object.entries(SIGHT))("are told apart with %s", (_, matrix) => {
    for (const [place, one] of TIERS.entries()) {
      for (const other of TIERS.slice(place + 1)) {
        const apart = distance(seenBy(matrix, colour(theme, one)), seenBy(matrix, colour(theme, other)));
        expect(apart, `${one} and ${other}`).toBeGreaterThan(15);
      }
    }
  });

  it.each([...TIERS, "open"])("%s: its word reads on its tint, its shape stands out", (tier) => {
    const tint = colour(theme, `${tier}-tint`);
    expect(contrast(colour(theme, `${tier}-ink`), tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(theme, "ink"), tint)).toBeGreaterThanOrEqual(7);
    expect(contrast(colour(theme, tier), tint)).toBeGreaterThanOrEqual(3);
  });
});
