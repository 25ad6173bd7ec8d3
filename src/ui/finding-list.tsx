import type { Finding } from "../rules/assessment";
import { FindingLine } from "./finding";
import { FoldedSection, Section } from "./section";

interface FindingListProps {
  title: string;
  id: string;
  findings: Finding[];
  folded?: boolean;
}

/** Findings one line each, every line opening to its why. Draws nothing without one. */
export function FindingList({ title, id, findings, folded = false }: FindingListProps) {
  if (findings.length === 0) return null;
  const lines = findings.map((finding) => <FindingLine key={finding.id} finding={finding} />);
  return folded ? (
    <FoldedSection title={title} id={id} count={findings.length}>
      {lines}
    </FoldedSection>
  ) : (
    <Section title={title} id={id}>
      {lines}
    </Section>
  );
}
