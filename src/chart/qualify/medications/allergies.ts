import { drugsIn } from "../../../terminology/drug-names";
import { cleanText } from "../../../terminology/plain-text";
import type { Allergy } from "../../chart";
import type { FrameSnapshot } from "../../snapshot";
import { evidenceOf, type Page } from "../page";
import { sectionOfRow } from "../sections";

/** Drugs and other substances the allergy lists name. */
export function readAllergies(snapshot: FrameSnapshot, page: Page): Allergy[] {
  return snapshot.regions.flatMap((region) =>
    region.rows.flatMap((row) => {
      if (sectionOfRow(region, row) !== "allergies") return [];
      const text = row.cells
        .map((cell) => cleanText(cell.text))
        .filter(Boolean)
        .join(" ");
      return drugsIn(text).map(({ ingredient, index, length }) => ({
        label: text.slice(index, index + length),
        ingredient,
        reaction: null,
        evidence: evidenceOf(page, row.ref, text),
      }));
    }),
  );
}
