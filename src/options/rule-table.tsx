import { useEffect, useState } from "preact/hooks";
import type { RuleRow } from "../rules/table";
import { askWorker } from "../ui/ask-worker";
import { type TextKey, t } from "../ui/text";

const HEADS: TextKey[] = ["ruleId", "rulePlace", "ruleRule", "ruleSource", "ruleReview"];

/** Every rule with where it speaks, what it rests on and its review status, as the worker holds them. */
export function RuleTable() {
  const [rows, setRows] = useState<RuleRow[]>([]);
  useEffect(() => {
    askWorker<"rule-table">({ kind: "rule-table" }).then(
      (answer) => setRows(answer ?? []),
      () => setRows([]),
    );
  }, []);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t("ruleTable")}</h2>
      <p>{t("ruleTableText", rows.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keys */}
      <section class="rules" aria-labelledby="rules" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, place, rule, sources, reviewStatus }) => (
              <tr key={`${id} ${rule}`}>
                <th scope="row">{id}</th>
                <td>{place}</td>
                <td>{rule}</td>
                <td>{sources.join("; ")}</td>
                <td>{reviewStatus?.replaceAll("-", " ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
