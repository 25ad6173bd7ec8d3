import type { Finding } from "../rules/assessment";
import { FindingLine } from "./finding";
import { Section } from "./section";

/** Findings one line each, every line opening to its why. Draws nothing without one. */
export function FindingList({ title, id, findings }: { title: string; id: string; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Section title={title} id={id}>
      {findings.map((finding) => (
        <FindingLine key={finding.id} finding={finding} />
      ))}
    </Section>
  );
}
