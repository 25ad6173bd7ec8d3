import { useContext } from "preact/hooks";
import type { Finding, MissingItem } from "../rules/assessment";
import { Answering } from "./answering";
import { Evidence } from "./evidence";
import { dateText, prose } from "./figures";
import { FindingLine, Why } from "./finding";
import { Fold } from "./fold";
import { SAID_WITH } from "./said-with";
import { Section } from "./section";
import { t } from "./text";
import { TypeIn } from "./type-in/add-or-correct";
import { KIND_OF_ITEM } from "./type-in/kinds";
import { TypedContext } from "./typed-context";

interface MissingProps {
  items: MissingItem[];
  findings: Finding[];
  /** How many more were answered. */
  answered?: number;
}

/** Work-up that is not there; what was never looked at stands apart from what was looked for and not found. */
export function Missing({ items, findings, answered = 0 }: MissingProps) {
  const typed = useContext(TypedContext);
  const unseen = items.filter((item) => item.why === "not-seen");
  const absent = items.filter((item) => item.why !== "not-seen");
  return (
    <Section title={t("missing")} count={absent.length} id="missing">
      {items.length === 0 && <p class="quiet">{t(answered > 0 ? "allAnswered" : "missingNothing")}</p>}
      {absent.length > 0 && <Items items={absent} findings={findings} />}
      {unseen.length > 0 && (
        <Fold
          class="unseen"
          summary={
            <>
              <h3>{t(typed ? "notSaidYet" : "notSeenYet", unseen.length)}</h3>{" "}
              {unseen.map(({ label }) => label).join(", ")}
            </>
          }
        >
          <p class="from">{t(typed ? "notSaidMeans" : "notSeenMeans")}</p>
          <Items items={unseen} findings={findings} />
        </Fold>
      )}
    </Section>
  );
}

function Items({ items, findings }: MissingProps) {
  const typed = useContext(TypedContext);
  return (
    <ul class="plain items">
      {items.map((item) => (
        <li key={item.code}>
          <Fold
            summary={
              <>
                <span class="item-name">{item.label}</span>{" "}
                <span class={`chip why-${item.why}`}>{why(item, typed)}</span>
              </>
            }
          >
            <p>{prose(item.reason)}</p>
            {item.lookBackMonths !== null && item.why !== "not-seen" && (
              <p class="from">{t("lookedBack", item.lookBackMonths)}</p>
            )}
            <ItemActions item={item} finding={findings.find(({ id }) => id === item.finding)} />
            {findings
              .filter((finding) => finding.id === item.finding)
              .map((finding) => (
                <Why key={finding.id} finding={finding} answerable={false} kind={KIND_OF_ITEM[item.code]} />
              ))}
            {findings
              .filter(({ id }) => SAID_WITH[item.finding]?.includes(id))
              .map((finding) => (
                <FindingLine key={finding.id} finding={finding} answerable={false} />
              ))}
          </Fold>
          {item.last !== null && (
            <p class="last">
              {t("lastValue")} {item.last.date === null ? t("noDate") : dateText(item.last.date)}:{" "}
              <Evidence evidence={item.last.evidence} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What can be done about a missing item here: type it in, or answer. */
function ItemActions({ item, finding }: { item: MissingItem; finding: Finding | undefined }) {
  const kind = KIND_OF_ITEM[item.code];
  return (
    <div class="actions">
      {kind !== undefined && <TypeIn label={t("typeItIn")} kind={kind} />}
      {finding !== undefined && <Answering id={finding.id} reasons={finding.card.overrideReasons ?? []} />}
    </div>
  );
}

function why({ why: reason, lookBackMonths, last }: MissingItem, typed: boolean): string {
  if (typed && (reason === "not-seen" || (reason === "none-in-window" && last === null))) return t("whyNotTyped");
  switch (reason) {
    case "not-seen":
      return t("whyNotSeen");
    case "none-in-window":
      return lookBackMonths === null ? t("whyNone") : t("whyNoneInMonths", lookBackMonths);
    case "stale":
      return lookBackMonths === null ? t("whyStale") : t("whyOlderThan", lookBackMonths);
    case "pending":
      return t("whyPending");
    case "conflicting":
      return t("whyConflicting");
    case "unusable":
      return t("whyUnusable");
  }
}
