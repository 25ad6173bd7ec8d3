import { element, printed, table } from "./element.ts";
import type { Get, Patient, Result, ResultsPage } from "./wire.ts";

const COLUMNS = ["Test", "Result", "Units", "Reference range", "Flag", "Collected", "Status"];

function row({ test, value, unit, range, flag, collected }: Result): HTMLElement {
  const result = element("td", { class: flag ? "value abnormal" : "value" }, value);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, test),
    result,
    element("td", {}, unit),
    element("td", { class: "quiet" }, range),
    element("td", {}, flag ? element("span", { class: "flag" }, flag) : null),
    element("td", {}, printed(collected)),
    element("td", { class: "quiet" }, "Final"),
  );
}

/** Each run of rows of one group stands under a spanning row with the group's name. */
function grouped(rows: Result[]): HTMLElement[] {
  return rows.flatMap((result, index) => {
    const heading = element(
      "tr",
      { class: "group" },
      element("th", { colspan: String(COLUMNS.length), scope: "colgroup" }, result.group),
    );
    return rows[index - 1]?.group === result.group ? [row(result)] : [heading, row(result)];
  });
}

/** The laboratory results: filtered by group, ten a page, and the list says so. */
export async function results(patient: Patient, get: Get): Promise<HTMLElement> {
  let group = "";
  let page = 0;
  const place = element("div", { class: "card list" });

  function filter(groups: string[]): HTMLElement {
    const options = ["", ...groups].map((name) => {
      const option = element("option", { value: name }, name || "All groups");
      if (name === group) option.setAttribute("selected", "");
      return option;
    });
    const change = (event: Event) => {
      group = (event.target as HTMLSelectElement).value;
      page = 0;
      void draw();
    };
    return element("label", { class: "filter" }, "Show: ", element("select", { id: "group", change }, ...options));
  }

  function turn(label: string, id: string, to: number, possible: boolean): HTMLElement {
    const click = () => {
      page = to;
      void draw();
    };
    const button = element("button", { type: "button", id, click }, label);
    if (!possible) button.setAttribute("disabled", "");
    return button;
  }

  async function draw() {
    const answer = (await get(
      `patients/${patient.id}/results?page=${page}&group=${encodeURIComponent(group)}`,
    )) as ResultsPage;
    place.replaceChildren(
      element("div", { class: "list-head" }, element("h3", {}, "Laboratory results"), filter(answer.groups)),
      table(COLUMNS, grouped(answer.rows)),
      element(
        "div",
        { class: "pager" },
        element("span", {}, `${answer.from}–${answer.to} of ${answer.total} results`),
        turn("Previous", "previous", page - 1, page > 0),
        turn("Next", "next", page + 1, answer.to < answer.total),
      ),
    );
  }

  await draw();
  return place;
}
