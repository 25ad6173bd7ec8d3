import type { BannerPiece, FrameSnapshot, Region } from "../../snapshot";

/** Words of class, id and data attributes, as `hintWords` gives them, and what they mean in one product. */
type Meaning = readonly (readonly [hints: RegExp, name: string])[];

/**
 * What is known of the pages of one EHR: where its lists, columns and banner are, never what a value means.
 * It fills in names that the page itself does not show; where the page says something, the page counts.
 */
export interface Adapter {
  product: string;
  /** Words by which a page of the product is known. */
  knownBy: RegExp;
  /** What a list is, for one that stands under no heading. */
  lists?: Meaning;
  /** What a column holds, for a table without column heads. */
  columns?: Meaning;
  /** What a piece of the patient banner is, for one without a label. */
  banner?: Meaning;
}

const meaningOf = (hints: string, meaning: Meaning = []) => meaning.find(([words]) => words.test(hints))?.[1];

const cellsOf = ({ rows }: Region) => rows.flatMap(({ cells }) => cells);

function knows({ knownBy }: Adapter, { banner, regions }: FrameSnapshot): boolean {
  return [...banner, ...regions, ...regions.flatMap(({ rows }) => rows), ...regions.flatMap(cellsOf)].some(
    ({ hints }) => knownBy.test(hints),
  );
}

/** Names of the columns, when at least two are known and no column has two names. */
function columnsOf(region: Region, meaning: Meaning | undefined): string[] {
  if (region.columns.length > 0 || !meaning) return region.columns;
  const names: string[] = [];
  for (const { column, hints } of cellsOf(region)) {
    const name = meaningOf(hints, meaning);
    if (name && names[column] && names[column] !== name) return [];
    if (name) names[column] = name;
  }
  return Object.keys(names).length > 1 ? Array.from(names, (name) => name ?? "") : [];
}

function adapted(snapshot: FrameSnapshot, { lists, columns, banner }: Adapter): FrameSnapshot {
  const piece = (one: BannerPiece) => ({ ...one, label: one.label ?? meaningOf(one.hints, banner) ?? null });
  const region = (one: Region) => {
    const title = one.headings.length > 0 ? undefined : meaningOf(one.hints, lists);
    return { ...one, headings: title ? [title] : one.headings, columns: columnsOf(one, columns) };
  };
  return { ...snapshot, banner: snapshot.banner.map(piece), regions: snapshot.regions.map(region) };
}

/** The page with what the adapter of its product adds; as it is when no adapter knows it. */
export function withAdapter(snapshot: FrameSnapshot, adapters: readonly Adapter[]): FrameSnapshot {
  const adapter = adapters.find((one) => knows(one, snapshot));
  return adapter ? adapted(snapshot, adapter) : snapshot;
}
