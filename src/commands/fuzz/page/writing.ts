import type { Random } from "./random";
import { MARK, mainText, marked, textNodes } from "./tables";

/** One text in several nodes and elements. */
export function splitTexts(random: Random): void {
  for (const node of textNodes()) {
    if (!random.oneIn(4) || node.data.trim().length < 3) continue;
    const rest = node.splitText(1 + random.below(node.data.length - 1));
    const way = random.below(4);
    if (way === 0) continue;
    const between = way === 1 ? document.createComment(" ") : document.createElement(way === 2 ? "span" : "wbr");
    rest.before(between);
    if (way === 2) between.appendChild(rest);
  }
}

const UNIT = /\s*(?:[mµun]?(?:g|mol|IU|U)|m?IU|k?U|mL)\/(?:[dmµ]?L|min(?:\/1[.,]73 ?m(?:2|²))?)\b/giu;

/** Units taken away beside values and in their columns. */
export function removeUnits(random: Random): void {
  for (const node of textNodes()) {
    if (random.oneIn(3) || node.data.length > 60) continue;
    const without = node.data.replace(UNIT, "");
    // a text that was nothing but the unit stays as an empty cell
    if (without !== node.data) node.data = without;
  }
}

const spaces = ["\u00a0", "\u2009", " \n   ", "\u00a0 ", " \u200b"];

export function changeSpaces(random: Random): void {
  const space = random.of(spaces);
  for (const node of textNodes()) {
    if (random.oneIn(3) || node.parentElement?.closest("pre,[style*=white-space]")) continue;
    // only where a word cannot be torn
    const alone =
      node.parentElement?.childNodes.length === 1 && /^(?:T[DH]|LI|D[DT]|P|H\d)$/.test(node.parentElement.tagName);
    const within = node.data.replace(/ /g, space);
    node.data = alone && random.oneIn(2) ? `${space}${within}\n  ` : within;
  }
}

/** Words in capitals, as old systems print them. */
export function upperCase(random: Random): void {
  for (const node of textNodes())
    if (!random.oneIn(3) && !node.parentElement?.closest("pre,style")) node.data = node.data.toUpperCase();
}

const FLAGS = ["*", "H", "L", " H", " *", "↑", " (H)", "**"];

/** Marks of abnormal results glued to the values. Their meaning is new: flags are not compared afterwards. */
export function glueFlags(random: Random): void {
  for (const cell of marked("lab")) {
    const text = mainText(cell);
    if (!text || random.oneIn(2) || cell.closest("pre") || text.data.length > 30) continue;
    text.data = text.data.replace(/^(\s*[<>≤≥]?\s*\d+(?:[.,]\d+)?)(?=\s|$)/, (value) => value + random.of(FLAGS));
  }
}

/** Decimal comma and dates with dots, where the page is in English with American dates. */
export function germanNumbers(): void {
  const html = document.documentElement;
  if (!/^(?:en(?:-us)?)?$/i.test(html.lang)) return;
  const words = document.body.textContent ?? "";
  // a page that writes the day first somewhere is left alone
  if ([...words.matchAll(/(?<!\d)(\d{1,2})\/\d{1,2}\/\d{2,4}/g)].some(([, month]) => Number(month) > 12)) return;
  // nor one that writes its dates otherwise: only slashes are turned
  if (/(?<!\d)\d{1,2}[-.]\d{1,2}[-.]\d{2,4}(?!\d)/.test(words)) return;
  // nor one whose dates are cut in pieces: half of them would stay American
  const dates = (text: string) => text.match(/\d{1,2}\/\d{1,2}\/\d{2,4}/g) ?? [];
  if (
    dates(words).join() !==
    textNodes()
      .flatMap(({ data }) => dates(data))
      .join()
  )
    return;
  html.lang = "de";
  for (const node of textNodes())
    node.data = node.data
      .replace(
        /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g,
        (_, month: string, day: string, year: string) => [day.padStart(2, "0"), month.padStart(2, "0"), year].join("."),
      )
      .replace(/(?<![\w.,/:-])(\d{1,3}),(\d{3})(?![\d,])/g, "$1\ue000$2")
      .replace(/(?<![\w.,/:-])(\d*)\.(\d+)(?![\d.]|-\d)/g, "$1,$2")
      .replace(/\ue000/g, ".");
  for (const input of document.querySelectorAll("input[value]"))
    input.setAttribute("value", (input.getAttribute("value") ?? "").replace(/^(\d+)\.(\d+)$/, "$1,$2"));
}

export { MARK };
