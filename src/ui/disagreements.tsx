import type { Finding } from "../rules/assessment";
import { prose } from "./figures";
import { Why } from "./finding";
import { Fold } from "./fold";
import { FoldedSection } from "./section";
import { t } from "./text";

/** Where the source article and a guideline differ: both are shown, neither is picked silently. */
export function Disagreements({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  const pressing = findings.some(({ card }) => card.indicator !== "info");
  return (
    <FoldedSection title={t("disagreements")} id="disagreements" count={findings.length} open={pressing}>
      {findings.map((finding) => (
        <Fold key={finding.id} class="finding" summary={<Sides text={finding.card.summary} />}>
          <Why finding={finding} />
        </Fold>
      ))}
    </FoldedSection>
  );
}

/** "Source says … | Guideline says …": one side a line. */
function Sides({ text }: { text: string }) {
  return (
    <span class="sides">
      {text.split(" | ").map((side) => (
        <span key={side}>{prose(side)}</span>
      ))}
    </span>
  );
}
