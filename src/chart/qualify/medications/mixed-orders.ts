import { foldText, plainWords } from "../../../terminology/plain-text";
import type { ReadRow } from "../columns";
import { productIn } from "./entry";

const KIND_HEAD = /^(?:order )?(?:category|type|class|kind)$/;
const OF_DRUGS = /^(?:pharmacy|medications?|meds?|drugs?|rx|prescriptions?)(?: orders?)?$/;
const ORDER_HEAD = /^(?:physician |active )?orders?(?: summary| description| details| text)?$/;

/** "Prednisone Tablet 5 MG Give 1 tablet by mouth one time a day" */
const DIRECTIONS =
  /^(?!.*\b(?:side effects?|monitor|levels?|suppression)\b).*\d ?m?c?g\b.*\b(?:give|take|inject|administer|apply|inhale|instill)\b.*\b(?:by mouth|orally|po|subcut\w*|intraven\w*|intramuscular\w*|topical\w*|inhale\w*|via)\b/;

const OF_OTHERS =
  /\b(?:lab\w*|imaging|radiology|diagnostics?|diet\w*|nursing|consults?|supply|supplies|activity|therapy|other)\b/;

/** What a row of a table that mixes orders for drugs, laboratory, diet and therapy orders; null where that is not said. */
export function orderKind({ row, columns }: ReadRow): "drug" | "other" | null {
  const under = (heads: RegExp) => row.cells.find(({ column }) => heads.test(plainWords(columns[column] ?? "")))?.text;
  const order = under(ORDER_HEAD);
  if (order === undefined) return null;
  const kind = plainWords(under(KIND_HEAD) ?? "");
  if (kind !== "") return OF_DRUGS.test(kind) ? "drug" : OF_OTHERS.test(kind) ? "other" : null;
  return productIn(order)?.index === 0 && DIRECTIONS.test(foldText(order)) ? "drug" : null;
}
