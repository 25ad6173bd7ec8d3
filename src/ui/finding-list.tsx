import type { ComponentChildren } from "preact";
import type { Finding } from "../rules/assessment";
import { FindingLine } from "./finding";
import { FoldedSection, Section } from "./section";

interface FindingListProps {
  title: string;
  id: string;
  findings: Finding[];
  folded?: boolean;
  /** What stands below the lines. */
  children?: ComponentChildren;
}

/** Findings one line each, every line opening to its why. Draws nothing without one. */
export function FindingList({ title, id, findings, folded = false, children }: FindingListProps) {
  if (findings.length === 0) return null;
  const lines = findings.map((finding) => <FindingLine key={finding.id} finding={finding} />);
  return folded ? (
    <FoldedSection title={title} id={id} count={findings.length}>
      {lines}
      {children}
    </FoldedSection>
  ) : (
    <Section title={title} id={id}>
      {lines}
      {children}
    </Section>
  );
}
