import type { ListKind, Rejection } from "../chart/chart";
import type { Assessment } from "../rules/assessment";
import { Evidence } from "./evidence";
import { prose } from "./figures";
import { Fold } from "./fold";
import { Section } from "./section";
import { type TextKey, t } from "./text";

const LIST: Record<ListKind, TextKey> = {
  labs: "listLabs",
  medications: "listMedications",
  problems: "listProblems",
  dxa: "listDxa",
  vitals: "listVitals",
  social: "listSocial",
  notes: "listNotes",
  dental: "listDental",
  allergies: "listAllergies",
};

export function listName(kind: ListKind): string {
  return t(LIST[kind]);
}

/** Which lists were really on screen: only what was seen may be called missing. */
export function LookedAt({ lookedAt, rejected }: Pick<Assessment, "lookedAt" | "rejected">) {
  const seen = lookedAt.filter((list) => list.seen);
  const unseen = lookedAt.filter((list) => !list.seen);
  return (
    <Section title={t("lookedAt")} id="looked-at">
      {seen.length > 0 && (
        <p>
          <span class="label">{t("listsSeen")}</span>{" "}
          {seen
            .map(({ kind, complete }) => listName(kind) + (complete === false ? ` (${t("inPart")})` : ""))
            .join(", ")}
        </p>
      )}
      {unseen.length > 0 && (
        <p>
          <span class="label">{t("listsNotSeen")}</span> {unseen.map(({ kind }) => listName(kind)).join(", ")}
        </p>
      )}
      <Rejected rejected={rejected} />
    </Section>
  );
}

/** Values that were there and are not used, each with its reason: never silently dropped. */
export function Rejected({ rejected, open = false }: { rejected: Rejection[]; open?: boolean }) {
  if (rejected.length === 0) return null;
  return (
    <Fold class="rejected" open={open} summary={t("rejected", rejected.length)}>
      <ul>
        {rejected.map(({ path, reason, evidence }) => (
          <li key={`${path} ${reason}`}>
            {prose(reason)} {evidence === undefined ? <code>{path}</code> : <Evidence evidence={evidence} />}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
