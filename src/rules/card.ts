import { source } from "../sources";
import type { Card } from "./assessment";
import type { Level, Rule } from "./rule";

/** HL7 non-adherence reason codes that fit an answer to a suggestion (TRUST.md). */
const OVERRIDE_SYSTEM = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
const OVERRIDE_REASONS = [
  ["action-completed", "Done already"],
  ["cds-not-applicable", "Does not apply to this patient"],
  ["patient-contraindication", "Contraindicated in this patient"],
  ["patient-refuses", "The patient refuses"],
  ["does-not-align-preferences", "Does not fit the patient's preferences"],
  ["recipient-disagrees-evidence", "Disagree with the evidence"],
].map(([code = "", display = ""]) => ({ code, system: OVERRIDE_SYSTEM, display }));

/** CDS Hooks 2.0: a summary has fewer than 140 characters. */
export const SUMMARY_MAX = 139;

export function shortened(text: string): string {
  return text.length <= SUMMARY_MAX ? text : `${text.slice(0, SUMMARY_MAX - 1)}…`;
}

const UUIDS = new Map<string, string>();

/** One name gives one id, so that the same finding is the same card the next time (32-bit FNV-1a, four seeds). */
export function stableUuid(name: string): string {
  const made = UUIDS.get(name);
  if (made !== undefined) return made;
  const word = (seed: number) => {
    let hash = (0x811c9dc5 ^ seed) >>> 0;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, "0");
  };
  const hex = [0, 1, 2, 3].map(word).join("");
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  UUIDS.set(name, uuid);
  return uuid;
}

interface Words {
  text: string;
  level: Level;
  detail: string | undefined;
  suggestions: readonly string[];
}

/** Recommended is none of them: they are to be considered. */
function offers(id: string, labels: readonly string[]): Pick<Card, "suggestions" | "selectionBehavior"> {
  if (labels.length === 0) return {};
  return {
    suggestions: labels.map((label) => ({ label, uuid: stableUuid(`${id}: ${label}`) })),
    selectionBehavior: "any",
  };
}

/** The card of a statement; what does not fit the summary goes on in the detail. */
export function card(rule: Rule, id: string, { text, level, detail, suggestions }: Words): Card {
  const [first] = rule.sources;
  const { label, url } = source(first);
  const summary = shortened(text);
  const more = [summary === text ? null : text, detail ?? null].filter((part) => part !== null).join("\n\n");
  return {
    uuid: stableUuid(id),
    summary,
    ...(more ? { detail: more } : {}),
    indicator: level,
    source: {
      label,
      ...(url ? { url } : {}),
      topic: { code: rule.id, system: "urn:osteon:rules", display: rule.title },
    },
    ...offers(id, suggestions),
    overrideReasons: OVERRIDE_REASONS,
  };
}
