import type { BannerPiece, Region } from "../../src/chart/snapshot";

/** Whether two banners can be of one person: one says nothing that the other does not. */
function samePerson(one: readonly BannerPiece[], other: readonly BannerPiece[]): boolean {
  const holds = (all: readonly BannerPiece[], some: readonly BannerPiece[]) =>
    some.every(({ text }) => all.some((piece) => piece.text === text));
  return holds(one, other) || holds(other, one);
}

/**
 * A page may write the name of the next patient before it has the next lists. After a change of patient a region
 * that still looks as it did is taken for a left-over of the patient before, until it changes.
 */
export function leftOvers(): {
  /** Whether nothing on screen contradicts the patient told last. */
  sameAsBefore(banner: readonly BannerPiece[]): boolean;
  keepOut(banner: readonly BannerPiece[], regions: readonly Region[]): Region[];
  patientChanged(): void;
} {
  let person: readonly BannerPiece[] = [];
  let looks = new Map<number, string>();
  let old = new Map<number, string>();
  return {
    patientChanged() {
      old = new Map([...old, ...looks]);
    },
    sameAsBefore: (banner) => samePerson(person, banner),
    keepOut(banner, regions) {
      if (old.size && samePerson(person, banner)) old.clear();
      if (banner.length) person = banner;
      looks = new Map(regions.map(({ ref, rows }) => [ref, JSON.stringify(rows)]));
      const fresh = regions.filter(({ ref }) => old.get(ref) !== looks.get(ref));
      for (const { ref } of fresh) old.delete(ref);
      return fresh;
    },
  };
}
