import type { FrameFacts } from "../../../src/chart/frame-facts";
import { qualify } from "../../../src/chart/qualify";
import type { BannerPiece, FrameSnapshot, Region, RegionShape, Row } from "../../../src/chart/snapshot";

export const SEEN_AT = "2026-11-20T12:00:00Z";

let ref = 0;

interface Around {
  headings?: string[];
  says?: string[];
  rowCount?: number;
}

/** A cell is its text, or its text and its class words. */
type CellText = string | [text: string, hints: string];

export function row(cells: readonly CellText[], group: string | null = null, hints = ""): Row {
  return {
    ref: ++ref,
    group,
    hints,
    cells: cells.map((cell, column) => ({
      ref: ++ref,
      column,
      span: 1,
      text: typeof cell === "string" ? cell : cell[0],
      header: false,
      hints: typeof cell === "string" ? "" : cell[1],
    })),
  };
}

export function region(shape: RegionShape, columns: string[], rows: readonly Row[], around: Around = {}): Region {
  return {
    ref: ++ref,
    shape,
    headings: around.headings ?? [],
    columns,
    rows: [...rows],
    rowCount: around.rowCount ?? rows.length,
    says: around.says ?? [],
    hints: "",
  };
}

export function table(columns: string[], rows: readonly (readonly CellText[])[], around: Around = {}): Region {
  return region(
    "table",
    columns,
    rows.map((cells) => row(cells)),
    around,
  );
}

export function lines(texts: readonly string[], around: Around = {}): Region {
  return region(
    "prose",
    [],
    texts.map((text) => row([text])),
    around,
  );
}

export function items(texts: readonly string[], around: Around = {}): Region {
  return region(
    "list",
    [],
    texts.map((text) => row([text])),
    around,
  );
}

export function pairs(entries: readonly (readonly [string, string])[], around: Around = {}): Region {
  return region(
    "pairs",
    [],
    entries.map((entry) => row(entry)),
    around,
  );
}

export function banner(...blocks: (readonly (string | [label: string, text: string])[])[]): BannerPiece[] {
  return blocks.flatMap((pieces, block) =>
    pieces.map((piece) => ({
      ref: ++ref,
      block,
      hints: "",
      label: typeof piece === "string" ? null : piece[0],
      text: typeof piece === "string" ? piece : piece[1],
    })),
  );
}

export function snapshot(regions: Region[], more: Partial<FrameSnapshot> = {}): FrameSnapshot {
  return { url: "https://ehr.example/chart", lang: "en", top: true, banner: [], regions, ...more };
}

export function facts(regions: Region[], more: Partial<FrameSnapshot> = {}, frame = 0, seenAt = SEEN_AT): FrameFacts {
  return qualify(snapshot(regions, more), frame, seenAt);
}
