import type { Region, Row } from "../snapshot";
import { isTimeLike } from "./header";
import { namesSomething } from "./words";

/** Days down the side and tests across, turned so that every test is a row and every day a column. Other regions stay. */
export function transposed(region: Region): Region {
  const [corner = "", ...names] = region.columns;
  const days = region.rows.map(({ cells }) => cells.find(({ column }) => column === 0)?.text ?? "");
  if (namesSomething(corner) || !names.some(namesSomething) || days.length === 0 || !days.every(isTimeLike))
    return region;
  // a column of different words ("Serum", "Urine") tells the rows apart: turned, it would be lost
  const words = (column: number) =>
    new Set(region.rows.flatMap(({ cells }) => cells.find((cell) => cell.column === column)?.text.trim() || []));
  if (
    names.some((name, i) => name !== "" && words(i + 1).size > 1 && [...words(i + 1)].every((text) => !/\d/.test(text)))
  )
    return region;
  const rows = names.flatMap((name, i): Row[] => {
    const under = region.rows.map(({ cells }) => cells.find(({ column }) => column === i + 1));
    const first = under.find((cell) => cell !== undefined);
    if (!first || name === "") return [];
    const values = under.flatMap((cell, day) => (cell ? { ...cell, column: day + 1, span: 1 } : []));
    const head = { ...first, column: 0, span: 1, text: name, header: true, hints: "" };
    return [{ ref: first.ref, group: null, hints: "", cells: [head, ...values] }];
  });
  return { ...region, columns: ["", ...days], rows, rowCount: rows.length };
}
