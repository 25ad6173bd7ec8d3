import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendar, printed } from "../../src/commands/demo/calendar";
import { demoPatients } from "../../src/commands/demo/patients";
import { demoChart, type ResultsPage } from "../../src/commands/demo/server";
import { type Site, serve } from "../../src/commands/serve";

describe("calendar", () => {
  test.each([
    ["2026-11-23", 3, 4, "2026-08-19"],
    ["2026-03-31", 1, 0, "2026-02-28"],
    ["2028-03-31", 1, 0, "2028-02-29"],
    ["2026-01-15", 13, 20, "2024-11-25"],
  ])("from %s back %i months and %i days", (today, months, days, expected) => {
    expect(calendar(today).ago(months, days)).toBe(expected);
  });

  test("prints the American way", () => {
    expect(printed("2026-03-09")).toBe("03/09/2026");
  });
});

/** Whole years between two ISO dates. */
function years(from: string, to: string): number {
  const passed = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? passed - 1 : passed;
}

describe("patients", () => {
  test.each([
    "2026-11-23",
    "2027-02-28",
    "2028-02-29",
    "2031-12-31",
    "2030-01-01",
  ])("tell the same story on %s", (today) => {
    const day = calendar(today);
    for (const patient of demoPatients(day)) {
      expect(years(patient.birthDate, today)).toBe(patient.age);
      for (const { collected } of patient.results) expect(collected < today).toBe(true);
    }
    const [lindqvist, vance, achterberg] = demoPatients(day);
    const vitaminD = (patient: typeof vance) => patient?.results.filter(({ test }) => test === "25-Hydroxyvitamin D");
    expect(vitaminD(lindqvist)?.[0]?.collected).toSatisfy((date: string) => date > day.ago(12));
    expect(vitaminD(vance)).toEqual([]);
    expect(vance?.medications[0]?.started).toSatisfy((date: string) => date < day.ago(3));
    expect(achterberg?.medications[0]?.lastGiven).toSatisfy((date: string) => date < day.ago(7));
  });
});

describe("server", () => {
  let site: Site;
  beforeAll(async () => {
    site = await serve(demoChart({ today: "2026-11-23", delay: 0 }));
  });
  afterAll(() => site.close());

  const results = async (query: string) =>
    (await (await fetch(`${site.origin}/api/patients/lindqvist/results?${query}`)).json()) as ResultsPage;

  test("pages the results and says so", async () => {
    expect(await results("page=0&group=")).toMatchObject({ from: 1, to: 10, total: 14 });
    expect(await results("page=1&group=")).toMatchObject({ from: 11, to: 14, total: 14 });
    expect((await results("page=0&group=Hematology")).rows.map(({ test }) => test)).toContain("Hemoglobin");
  });

  test("brings the page's scripts as JavaScript", async () => {
    const answer = await fetch(`${site.origin}/assets/app.ts`);
    expect(answer.headers.get("content-type")).toContain("javascript");
    expect(await answer.text()).not.toContain("import type");
  });

  test.each([
    "/api/patients/nobody",
    "/reports/vance/nothing",
    "/assets/../server.ts",
    "/assets/nothing.ts",
    "/elsewhere",
  ])("%s is not there", async (path) => {
    expect((await fetch(site.origin + path)).status).toBe(404);
  });
});

test("a port that is taken is left for another", async () => {
  const first = await serve((_, response) => response.end("first"));
  const port = Number(new URL(first.origin).port);
  const second = await serve((_, response) => response.end("second"), port);
  expect(await (await fetch(second.origin)).text()).toBe("second");
  expect(await (await fetch(first.origin)).text()).toBe("first");
  await Promise.all([first.close(), second.close()]);
});
