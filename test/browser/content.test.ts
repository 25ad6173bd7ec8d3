import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chart, type InPage, inPage, told } from "../content/in-page";

let page: InPage;
beforeAll(async () => {
  page = await inPage();
});
afterAll(async () => {
  await page?.close();
});

async function read(body: string, head = "") {
  const tab = await page.open(chart(body, head));
  const snapshot = await page.snapshot(tab);
  await tab.close();
  return snapshot;
}
const rows = async (body: string, head = "") => told(await read(body, head));

describe("tables", () => {
  test("heads in td, told from the rows below", async () => {
    expect(
      await rows(
        "<table><tr><td>Assay</td><td>Outcome</td><td>Taken</td></tr><tr><td>Calcium</td><td>9.7</td><td>2026-03-01</td></tr><tr><td>TSH</td><td>1.9</td><td>2026-03-01</td></tr></table>",
      ),
    ).toEqual([
      ["Assay=Calcium", "Outcome=9.7", "Taken=2026-03-01"],
      ["Assay=TSH", "Outcome=1.9", "Taken=2026-03-01"],
    ]);
  });

  test("a footnote mark behind a number is no digit of it; the raised part of a unit stays", async () => {
    const head = "<tr><th>Test</th><th>Value</th><th>Unit</th></tr>";
    expect(
      await rows(
        `<table>${head}<tr><td>Creatinine</td><td>1.1<sup>2</sup></td><td>mg/dL</td></tr><tr><td>eGFR</td><td>72<span style="vertical-align:super">a</span></td><td>mL/min/1.73m<sup>2</sup></td></tr></table>`,
      ),
    ).toEqual([
      ["Test=Creatinine", "Value=1.1", "Unit=mg/dL"],
      ["Test=eGFR", "Value=72", "Unit=mL/min/1.73m2"],
    ]);
  });

  test("a link that touches a number is a footnote of it", async () => {
    expect(
      await rows(
        '<table><tr><td>TSH</td><td>2.1<a href="#n1">1</a></td></tr><tr><td>Calcium</td><td><a href="#r">9.7</a></td></tr></table>',
      ),
    ).toEqual([
      ["TSH", "2.1"],
      ["Calcium", "9.7"],
    ]);
  });

  test("dates above the columns, though they hold figures", async () => {
    expect(
      await rows(
        "<table><tr><td>Name</td><td>03/02/2026</td><td>Sep 4, 2025</td></tr><tr><td>Albumin</td><td>4.1</td><td>3.8</td></tr></table>",
      ),
    ).toEqual([["Name=Albumin", "03/02/2026=4.1", "Sep 4, 2025=3.8"]]);
  });

  test("two rows of heads, cells that span rows", async () => {
    expect(
      await rows(
        `<table><thead><tr><th rowspan="2">Panel</th><th colspan="2">Result</th></tr><tr><th>Name</th><th>Value</th></tr></thead>
         <tbody><tr><td rowspan="2">Bone</td><td>Calcium</td><td>9.7</td></tr><tr><td>Phosphate</td><td>3.1</td></tr></tbody></table>`,
      ),
    ).toEqual([
      ["Panel=Bone", "Result / Name=Calcium", "Result / Value=9.7"],
      ["Panel=Bone", "Result / Name=Phosphate", "Result / Value=3.1"],
    ]);
  });

  test("dividers stand over the rows below them, and a note between does not end them", async () => {
    expect(
      await rows(
        `<table><tr><th>Test</th><th>Value</th><th>Unit</th></tr>
         <tr class="g"><th colspan="3">SERUM</th></tr><tr><td>Creatinine</td><td>0.8</td><td>mg/dL</td></tr>
         <tr class="g"><th colspan="3">URINE</th></tr><tr><td colspan="3">24 h collection</td></tr><tr><td>Creatinine</td><td>101</td><td>mg/dL</td></tr></table>`,
      ),
    ).toEqual([
      ["[SERUM]", "Test=Creatinine", "Value=0.8", "Unit=mg/dL"],
      ["[URINE / 24 h collection]", "Test=Creatinine", "Value=101", "Unit=mg/dL"],
    ]);
  });

  test("no heads where there are none", async () => {
    const { regions } = await read(
      "<table><tr><td>Calcium</td><td>9.7 mg/dL</td></tr><tr><td>TSH</td><td>1.9 mIU/L</td></tr></table>",
    );
    expect(regions[0]).toMatchObject({ columns: [], rowCount: 2 });
  });

  test("a list inside a cell is a list under the name of its row", async () => {
    const { regions } = await read(
      "<table><tr><td>Medications</td><td><ul><li>Alendronate 70 mg weekly</li><li>Omeprazole 20 mg daily</li></ul></td></tr><tr><td>Allergies</td><td>none</td></tr></table>",
    );
    const list = regions.find(({ shape }) => shape === "list");
    expect(list).toMatchObject({ headings: ["Medications"], rowCount: 2 });
  });

  test("a section inside a cell leaves it a cell of its row, and nothing else", async () => {
    const { regions } = await read(
      `<h2>Medications</h2><table><tr><th>Medication</th><th>Sig</th><th>Status</th></tr>
       <tr><td><section>Alendronate 70 mg tablet</section></td><td>1 tablet weekly</td><td>Stopped</td></tr>
       <tr><td>Omeprazole 20 mg</td><td>1 daily</td><td>Active</td></tr></table>`,
    );
    expect(regions.map(({ shape, rowCount }) => [shape, rowCount])).toEqual([["table", 2]]);
  });

  test("text that stands loose before a nested list is said of that list", async () => {
    const { regions } = await read(
      `<h2>Results</h2><ul><li>02/11/2026<ul><li>Calcium: 9.2 mg/dL</li><li>Albumin: 4.1 g/dL</li></ul></li>
       <li><span>Panel</span> of 11/20/2025<ul><li>Calcium: 8.4 mg/dL</li><li>TSH: 1.9 mIU/L</li></ul></li></ul>`,
    );
    expect(regions.map(({ says }) => says[0])).toEqual(["02/11/2026", "of 11/20/2025"]);
  });

  test("a loose line above a table is said of it, over a line break too", async () => {
    const { regions } = await read(
      "<h2>Scans</h2>Results for: Owen Dray<br><br> <table><tr><td>Calcium</td><td>9.2 mg/dL</td></tr></table>",
    );
    expect(regions.map(({ says }) => says)).toEqual([["Results for: Owen Dray"]]);
  });
});

describe("grids and lists of any elements", () => {
  test("a grid of cells below a grid of dates, joined by their order", async () => {
    const grid = "display:grid;grid-template-columns:200px 100px 100px 100px";
    expect(
      await rows(
        `<section><div style="${grid}"><div style="grid-row:span 2">Bone panel</div><div style="grid-column:span 2">2026</div><div>2025</div><div>14 Mar</div><div>02 Feb</div><div>30 Nov</div></div></section>
         <section><div style="${grid}"><div><span>Calcium</span><span>8.5 - 10.4 mg/dL</span></div><div>9.7</div><div></div><div>9.1</div></div></section>`,
      ),
    ).toEqual([["Calcium 8.5 - 10.4 mg/dL", "2026 / 14 Mar=9.7", "2025 / 30 Nov=9.1"]]);
  });

  test("ARIA rows in two pieces, columns by number", async () => {
    expect(
      await rows(
        `<div role="grid"><div><div role="row" aria-rowindex="1"><span role="columnheader" aria-colindex="1">Test</span></div><div role="row" aria-rowindex="2"><span role="gridcell" aria-colindex="1">Calcium</span></div></div>
         <div><div role="row" aria-rowindex="1"><span role="columnheader" aria-colindex="2">Unit</span><span role="columnheader" aria-colindex="3">Value</span></div><div role="row" aria-rowindex="2"><span role="gridcell" aria-colindex="3">9.7</span></div></div></div>`,
      ),
    ).toEqual([["Test=Calcium", "Value=9.7"]]);
  });

  test("a hidden copy of an ARIA row is no piece of it", async () => {
    const line = (index: number, cells: string, style = "") =>
      `<div role="row" aria-rowindex="${index}" style="${style}">${cells}</div>`;
    const cell = (column: number, text: string) => `<span role="gridcell" aria-colindex="${column}">${text}</span>`;
    const head = (column: number, text: string) => `<span role="columnheader" aria-colindex="${column}">${text}</span>`;
    expect(
      await rows(
        `<div role="grid">${line(1, head(1, "Test") + head(2, "Value"))}${line(2, cell(2, "733.4"), "display:none")}${line(2, cell(1, "Calcium"))}${line(2, cell(2, "9.7"))}</div>`,
      ),
    ).toEqual([["Test=Calcium", "Value=9.7"]]);
  });

  test("div rows below a div of names", async () => {
    const row = (...cells: string[]) => `<div class="row">${cells.map((cell) => `<div>${cell}</div>`).join("")}</div>`;
    expect(
      await rows(
        `<div class="heads">${["Test", "Value", "Date"].map((text) => `<div>${text}</div>`).join("")}</div><div class="body">${row("Calcium", "9.7 mg/dL", "2026-03-01")}${row("TSH", "1.9 mIU/L", "2026-03-01")}</div>`,
      ),
    ).toEqual([
      ["Test=Calcium", "Value=9.7 mg/dL", "Date=2026-03-01"],
      ["Test=TSH", "Value=1.9 mIU/L", "Date=2026-03-01"],
    ]);
  });

  test("rows that share their parent with the banner and the title: each with its own status", async () => {
    const row = (...cells: string[]) => `<div class="row">${cells.map((cell) => `<div>${cell}</div>`).join("")}</div>`;
    const read = await rows(
      `<h2>Active Medications</h2>${row("Alendronate 70 mg tab", "one tablet weekly", "ACTIVE")}${row("Raloxifene 60 mg tab", "one tablet daily", "EXPIRED")}${row("Zoledronic acid 5 mg", "once a year", "PENDING")}`,
    );
    expect(read.filter((cells) => cells.length > 1)).toEqual([
      ["[Active Medications]", "Alendronate 70 mg tab", "one tablet weekly", "ACTIVE"],
      ["[Active Medications]", "Raloxifene 60 mg tab", "one tablet daily", "EXPIRED"],
      ["[Active Medications]", "Zoledronic acid 5 mg", "once a year", "PENDING"],
    ]);
  });

  test("a long paragraph about the patient is a note, not a banner", async () => {
    const history = `68 y/o F with osteopenia. DXA 09/20/2026: L-spine T-score -1.9, left femoral neck T-score -2.3. ${"Walks daily, no falls, sleeps well. ".repeat(8)}`;
    const { banner, regions } = await read(
      `<header>MARSH, Ada · DOB 02-Apr-1958 · F</header><div><p><b>HPI:</b> ${history}</p><p><b>PMH:</b> hypertension</p></div>`,
    );
    expect(banner.map(({ text }) => text).join()).not.toContain("osteopenia");
    expect(JSON.stringify(regions)).toContain("T-score -2.3");
  });

  test("labels and values, a definition list, an entry alone under its title", async () => {
    const { regions } = await read(
      `<h3>Vitals</h3><dl><dt>Weight</dt><dd>61 kg</dd><dt>Height</dt><dd>160 cm</dd></dl>
       <div class="card"><h3>Medications</h3><div class="list"><div class="item"><span>Alendronate 70 mg tablet</span> <span>once a week</span></div></div></div>`,
    );
    expect(regions.map(({ shape, headings, rows }) => [shape, headings.at(-1) ?? rows[0]?.group, rows.length])).toEqual(
      [
        ["pairs", "Vitals", 2],
        ["list", "Medications", 1],
      ],
    );
  });

  test("headings, paragraphs and a table mixed are text under headings, and lose nothing", async () => {
    const all = (
      await rows(
        "<main><h2>Indication</h2><p>Follow-up.</p><h2>Density</h2><table><tr><th>Site</th><th>T-score</th></tr><tr><td>Femoral neck</td><td>-1.7</td></tr></table><h2>FRAX</h2><p>Major osteoporotic fracture 9.1 %, hip 1.0 %.</p></main>",
      )
    ).map((row) => row.join(" "));
    expect(all).toContain("[FRAX] Major osteoporotic fracture 9.1 %, hip 1.0 %.");
    expect(all).toContain("Site=Femoral neck T-score=-1.7");
  });

  test("a list in which nothing was found is told as seen, with what it says", async () => {
    const { regions } = await read(
      "<h2>Medications</h2><p>No medications on file</p><h2>Laboratory results</h2><table><tr><th>Test</th><th>Value</th></tr><tr><td>Zinc</td><td>80</td></tr></table>",
    );
    expect(
      regions.map(({ rows, says, columns, headings }) => ({
        rows,
        says: says.at(-1),
        columns,
        title: headings.at(-1),
      })),
    ).toMatchObject([
      { rows: [], says: "No medications on file", title: "Medications" },
      { rows: [], columns: ["Test", "Value"], title: "Laboratory results" },
    ]);
  });
});

describe("what is on the screen and what is not", () => {
  const LABS = "<table><tr><th>Test</th><th>Value</th></tr><tr><td>Calcium</td><td>11.9</td></tr></table>";

  test.each([
    ["display none", `<div style="display:none">${LABS}</div>`],
    ["visibility", `<div style="visibility:hidden">${LABS}</div>`],
    ["closed details", `<details><summary>More</summary>${LABS}</details>`],
    ["folded to nothing", `<div style="height:0;overflow:hidden">${LABS}</div>`],
    ["out of the window", `<div style="position:absolute;left:-9999px">${LABS}</div>`],
    ["a hidden tab panel", `<div role="tabpanel" aria-hidden="true">${LABS}</div>`],
  ])("%s: not read", async (_, body) => {
    expect(JSON.stringify((await read(body)).regions)).not.toContain("11.9");
  });

  test("open shadow roots, one in the other", async () => {
    const all = await rows(
      `<chart-part></chart-part><script>customElements.define("chart-part", class extends HTMLElement { connectedCallback() {
        const root = this.attachShadow({ mode: "open" }); root.innerHTML = "<section><lab-part></lab-part></section>";
        root.querySelector("lab-part").attachShadow({ mode: "open" }).innerHTML = '${LABS}'; } })</script>`,
    );
    expect(all).toEqual([["Test=Calcium", "Value=11.9"]]);
  });

  test("words for choice are not statements", async () => {
    const { regions } = await read(
      '<nav><ul><li>Rheumatoid arthritis clinic</li></ul></nav><label><input type="checkbox"> Rheumatoid arthritis</label><select><option>Alendronate</option></select>',
    );
    expect(regions).toEqual([]);
  });
});

describe("who the patient is", () => {
  test("labels above values, name before", async () => {
    const tab = await page.open(
      '<!doctype html><body><header class="bar"><h1>Fenn, Iris</h1><div><span>DOB</span><span>02/14/1959</span></div><div><span>Sex</span><span>Female</span></div><div><span>MRN</span><span>88123</span></div></header></body>',
    );
    const { banner } = await page.snapshot(tab);
    expect(banner.map(({ label, text }) => [label, text])).toEqual([
      [null, "Fenn, Iris"],
      ["DOB", "02/14/1959"],
      ["Sex", "Female"],
      ["MRN", "88123"],
    ]);
  });

  test("the head of an exchanged document: the name in the row above the date of birth", async () => {
    const { banner } = await read(
      '<table><tr><td>Patient</td><td colspan="3">Orr, Mila</td></tr><tr><td>Date of birth</td><td>April 12, 1951</td><td>Sex</td><td>Female</td></tr></table>',
    );
    expect(banner.map(({ text }) => text)).toContain("Orr, Mila");
  });

  test("a drug that ends in -ne with a date behind it is no birth", async () => {
    const { banner, regions } = await read(
      `<div class="pt"><b>Orr, Max</b> <span>DOB: 07/01/1950</span> <span>Male</span></div><h2>Medications</h2>
       <ul><li>prednisone 5 mg daily (Patient taking differently since 02/11/2026)</li><li>Alendronate 70 mg weekly (Patient not taking: 02/11/2026)</li></ul>`,
    );
    expect(regions.map(({ rowCount }) => rowCount)).toEqual([2]);
    expect(JSON.stringify(banner)).not.toContain("prednisone");
  });

  test.each([
    [
      "heads over a single row",
      "<table><tr><th>Name</th><th>DOB</th><th>Sex</th></tr><tr><td>Orr, Mila</td><td>04/12/1951</td><td>F</td></tr></table>",
    ],
    [
      "a line for each",
      "<table><tr><td>Name</td><td>Orr, Mila</td></tr><tr><td>Date of birth</td><td>04/12/1951</td></tr><tr><td>Sex</td><td>Female</td></tr></table>",
    ],
  ])("a table about one person: %s", async (_, table) => {
    const { banner } = await read(table);
    expect(banner.map(({ text }) => text)).toEqual(expect.arrayContaining(["Orr, Mila", "04/12/1951"]));
  });

  test("two banners are two blocks; a list of people is none", async () => {
    const { banner } = await read(
      `<div class="pt"><b>Orr, Max</b> <span>DOB: 07/01/1950</span> <span>Male</span></div>
       <table>${["Ade", "Bo", "Cy"].map((name) => `<tr><td>${name}</td><td>DOB 01/01/1970</td><td>Male</td></tr>`).join("")}</table>`,
    );
    expect(new Set(banner.map(({ block }) => block)).size).toBe(2);
    expect(JSON.stringify(banner)).not.toMatch(/Ade|Cy/);
  });
});

describe("a page that changes", () => {
  const TABLE =
    '<table id="t"><tr><th>Test</th><th>Value</th></tr><tr><td>Calcium</td><td id="v">9.7</td></tr></table>';

  test("a changed value is sent, the same page is not sent twice", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate(() => document.body.append("·"));
    await tab.waitForTimeout(300);
    expect((await page.sent(tab)).map(({ kind }) => kind)).toEqual(["snapshot"]);
    await tab.evaluate(() => {
      (document.getElementById("v") as HTMLElement).textContent = "9.8";
    });
    await tab.waitForFunction("sent.length === 2");
    expect(told(await page.snapshot(tab))).toEqual([["Test=Calcium", "Value=9.8"]]);
  });

  test("another patient: doubt at once, and what still looks as before is kept back until it changes", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate(() => {
      (document.querySelector(".pt") as HTMLElement).innerHTML =
        "<b>Orr, Max</b> <span>DOB: 07/01/1950</span> <span>Male</span>";
    });
    await tab.waitForFunction("sent.length === 3");
    expect((await page.sent(tab)).map(({ kind }) => kind)).toEqual(["snapshot", "patient-in-doubt", "snapshot"]);
    expect(await page.snapshot(tab)).toMatchObject({ banner: [{ text: "Orr, Max" }, {}, {}], regions: [] });
    await tab.evaluate(() => {
      (document.getElementById("v") as HTMLElement).textContent = "10.9";
    });
    await tab.waitForFunction("sent.length === 4");
    expect(told(await page.snapshot(tab))).toEqual([["Test=Calcium", "Value=10.9"]]);
  });

  const NEXT = "<b>Orr, Max</b> <span>DOB: 07/01/1950</span> <span>Male</span>";
  const kinds = async (tab: Page) => (await page.sent(tab)).map(({ kind }) => kind);

  test("an address of somebody else: the former patient is not told again while the page still names them", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate(() => history.pushState(null, "", "/patient/5520/chart"));
    await tab.waitForFunction("sent.length === 2");
    // a slow page: it is redrawn, read again, and names the former patient still
    await tab.evaluate(() => document.querySelector("#t")?.removeAttribute("id"));
    await tab.waitForTimeout(400);
    expect(await kinds(tab)).toEqual(["snapshot", "patient-in-doubt"]);
    await tab.evaluate((next) => {
      (document.querySelector(".pt") as HTMLElement).innerHTML = next;
    }, NEXT);
    await tab.waitForFunction("sent.at(-1).kind === 'snapshot'");
    const after = JSON.stringify((await page.sent(tab)).slice(1));
    expect(after).not.toContain("Fenn");
    expect(after).toContain("Orr, Max");
  });

  test("a banner that only opens a menu: the same patient is told again once the page is at rest", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate(() => document.querySelector(".pt")?.append(" · contact details"));
    await tab.waitForFunction("sent.length === 3");
    expect(await kinds(tab)).toEqual(["snapshot", "patient-in-doubt", "snapshot"]);
    const { banner, regions } = await page.snapshot(tab);
    expect(banner[0]?.text).toBe("Fenn, Iris");
    expect(regions).toHaveLength(1);
  });

  test("rows that scrolling takes away stay, rows that a filter takes away do not", async () => {
    const tab = await page.open(
      chart(`<div id="v" style="height:100px;overflow:auto"><div id="pad" style="height:2000px"></div></div>
      <script>
        const all = ["Calcium 9.7", "Albumin 4.1", "TSH 1.9", "Magnesium 2.0", "Phosphate 3.0", "Ferritin 80"];
        const draw = (names) => pad.replaceChildren(...names.map((text) => { const row = document.createElement("div"); row.setAttribute("role", "row");
          row.append(...text.split(" ").map((part) => { const cell = document.createElement("span"); cell.setAttribute("role", "cell"); cell.textContent = part; return cell; })); return row; }));
        draw(all.slice(0, 3)); v.onscroll = () => draw(all.slice(3));
      </script>`),
    );
    await tab.evaluate(() => document.getElementById("v")?.scrollTo(0, 500));
    await tab.waitForFunction("sent.length === 2");
    expect(told(await page.snapshot(tab))).toHaveLength(6);
    await tab.waitForTimeout(1100);
    await tab.evaluate('draw(["Calcium 9.7"])');
    await tab.waitForFunction("sent.length === 3");
    expect(told(await page.snapshot(tab))).toEqual([["Calcium", "9.7"]]);
  });

  test("a chart that goes is told; an article is never told of", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate(() => document.body.replaceChildren("Logged out"));
    await tab.waitForFunction("sent.at(-1).kind === 'frame-empty'");
    const article = await page.open(
      "<!doctype html><article><h1>Vitamin D and bones</h1><p>Alendronate, calcium and a T-score of -2.1.</p></article>",
    );
    expect(await page.sent(article)).toEqual([]);
  });

  test("a second injection does nothing; without the extension the first stops", async () => {
    const tab = await page.open(chart(TABLE));
    await tab.evaluate("startFrame()");
    await tab.waitForTimeout(200);
    expect(await page.sent(tab)).toHaveLength(1);
    await tab.evaluate("chrome.runtime.id = undefined; document.getElementById('v').textContent = '7.1'");
    await tab.waitForFunction("osteonFrame.signal.aborted");
    expect(await page.sent(tab)).toHaveLength(1);
  });

  test("changes that have nothing to do with a chart cost no look at style, size or text", async () => {
    const tab = await page.open(chart(`${TABLE}<div id="clock"></div>`));
    const looks = await tab.evaluate(async () => {
      let count = 0;
      const style = globalThis.getComputedStyle;
      globalThis.getComputedStyle = (...of) => {
        count++;
        return style(...of);
      };
      const spy = (owner: object, name: string) => {
        const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
        const call = before.get ? "get" : "value";
        Object.defineProperty(owner, name, {
          ...before,
          [call]: function (this: unknown, ...of: unknown[]) {
            count++;
            return before[call].apply(this, of);
          },
        });
      };
      for (const name of ["getBoundingClientRect", "getClientRects", "checkVisibility"]) spy(Element.prototype, name);
      for (const name of ["innerText", "offsetWidth", "offsetHeight", "offsetTop"]) spy(HTMLElement.prototype, name);
      for (let tick = 0; tick < 60; tick++) {
        const clock = document.getElementById("clock") as HTMLElement;
        clock.textContent = `12:00:${tick}`;
        clock.className = `tick-${tick % 2}`;
        const toast = document.createElement("p");
        toast.textContent = "Saved";
        document.body.append(toast);
        await new Promise((resolve) => setTimeout(resolve, 5));
        toast.remove();
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return count;
    });
    expect(looks).toBe(0);
    expect(await page.sent(tab)).toHaveLength(1);
  });
});

describe("what the page takes back", () => {
  const struck = async (body: string) =>
    (await read(body)).regions.flatMap(({ rows }) =>
      rows.map(({ cells, hints }) => [
        ...cells.map((cell) => `${cell.text}${/line through/.test(cell.hints) ? " (struck)" : ""}`),
        ...(/line through/.test(hints) ? ["(row struck)"] : []),
      ]),
    );

  test("in running text: what is struck out behind other words is left out, a line that begins so says it", async () => {
    expect(
      await struck(
        "<p>Femoral neck T-score <del>-3.2</del> -2.3</p><p><s>Total hip T-score -2.9</s></p><p>Weight: <span style='text-decoration:line-through'>16 kg</span> 61 kg</p>",
      ),
    ).toEqual([["Femoral neck T-score -2.3"], ["Total hip T-score -2.9 (struck)"], ["Weight: 61 kg"]]);
  });

  test("in cells, by tag, by style and by class", async () => {
    expect(
      await struck(
        `<style>.old{text-decoration:line-through}</style><table><tr><th>Test</th><th>Result</th></tr>
         <tr><td>Albumin</td><td><del>2.1</del></td></tr><tr><td>Calcium</td><td>9.7 <span class="old">7.1</span></td></tr>
         <tr><td>PTH</td><td class="old">48</td></tr><tr class="old"><td>TSH</td><td>0.1</td></tr></table>`,
      ),
    ).toEqual([
      ["Albumin", "2.1 (struck)"],
      ["Calcium", "9.7"],
      ["PTH", "48 (struck)"],
      ["TSH", "0.1", "(row struck)"],
    ]);
  });

  test("a drug stays, struck out, with what is said behind it", async () => {
    expect(
      await struck(
        "<h2>Medications</h2><ul><li><s>alendronate 70 mg weekly</s> (reflux)</li><li>raloxifene 60 mg</li></ul>",
      ),
    ).toEqual([["alendronate 70 mg weekly (reflux) (struck)"], ["raloxifene 60 mg"]]);
  });

  test("the words beside a box that is not ticked", async () => {
    const box = (id: string, text: string, more = "") =>
      `<input type="radio" name="a" id="${id}" ${more}><label for="${id}">${text}</label>`;
    const said = await rows(
      `<h2>Social history</h2><div>Alcohol:</div>${box("y1", "4 drinks per day")}${box("y2", "Never", "checked")}`,
    );
    expect(said.flat().join(" ")).toContain("Never");
    expect(said.flat().join(" ")).not.toContain("4 drinks");
  });
});

test("a navigation between blocks is none of them", async () => {
  const said = await rows(
    '<div>Scan date: 12 September 2026</div><div><nav><ul><li><a href="#">Prednisone 40 mg daily</a></li><li><a href="#">Calcium 12.9 mg/dL</a></li></ul></nav></div><div>Femoral neck: -2.0</div>',
  );
  expect(said.flat().join(" ")).not.toMatch(/40 mg|12\.9/);
});

test("a card of a person is sent with the title over it", async () => {
  const card = "<dl><dt>Name</dt><dd>Kurt Pohl</dd><dt>DOB</dt><dd>01/01/1948</dd><dt>Sex</dt><dd>M</dd></dl>";
  const { banner } = await read(`<section><h3>Emergency contact</h3>${card}</section>`);
  expect(banner.filter(({ text }) => /Pohl|1948/.test(text)).map(({ title }) => title)).toEqual(
    Array(2).fill("Emergency contact"),
  );
});
