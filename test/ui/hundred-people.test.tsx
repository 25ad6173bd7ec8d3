// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from "vitest";
import { HundredPeople } from "../../src/ui/hundred-people";
import { assessed } from "../cases/answer";
import { frax, type Input, med, woman } from "../cases/build";
import { speakEnglish } from "./locale";
import { draw, textOf } from "./page";

beforeAll(() => speakEnglish());

const people = async (patch: Input) => draw(<HundredPeople {...assessed(woman({ frax: frax(12, 2.4), ...patch }))} />);

it("shows the figures as people out of a hundred, without treatment", async () => {
  const said = textOf(await people({}));
  expect(said).toContain("Of 100 people like this, about 12 have a major fracture");
  expect(said).toContain("Without treatment.");
});

it("speaks of one person in the singular, of less than one as fewer", async () => {
  const said = textOf(await people({ frax: frax(1.2, 0.4) }));
  expect(said).toContain("about 1 has a major fracture");
  expect(said).toContain("about 99 do not.");
  expect(said).toContain("fewer than 1 has a hip fracture");
});

describe("for a patient for whom FRAX is not validated (D21)", () => {
  it.each<[string, Input]>([
    ["on a bone drug", { meds: [med("alendronate")] }],
    ["lately off one", { meds: [med("alendronate", { start: "2024-01-12", stop: "2026-01-10" })] }],
  ])("%s, it says nothing", async (_, patch) => {
    expect((await people(patch)).childElementCount).toBe(0);
  });

  it("long off one, it is shown again", async () => {
    const meds = [med("alendronate", { start: "2016-01-12", stop: "2019-01-10" })];
    expect(textOf(await people({ meds }))).toContain("Without treatment.");
  });
});
