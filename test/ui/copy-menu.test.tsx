// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { type Clinician, ClinicianContext } from "../../src/ui/clinician";
import { CopyMenu } from "../../src/ui/copy-menu";
import { high } from "./fixtures";
import { speakEnglish } from "./locale";
import { button, click, draw, settled, textOf } from "./page";

vi.mock("webextension-polyfill", () => ({ default: { runtime: { getManifest: () => ({ version: "9.8.7" }) } } }));

const writeText = vi.fn(async (_text: string) => {});
beforeEach(() => {
  speakEnglish();
  writeText.mockReset();
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
});

const menu = () => draw(<CopyMenu assessment={high} />);
const said = (root: Element) => textOf(root.querySelector("[role=status]"));

it("copies the note and says so", async () => {
  const root = await menu();
  await click(button(root, "Note"));
  await act(() => settled());
  expect(writeText.mock.calls[0]?.[0]).toContain("Fracture risk: High risk");
  expect(writeText.mock.calls[0]?.[0]).toMatch(/Osteon 9\.8\.7, \d{4}-\d\d-\d\d \d\d:\d\d;/);
  expect(said(root)).toBe("Note copied.");
});

it.each([
  ["CDS Hooks", "cards"],
  ["FHIR", "entry"],
])("copies %s as JSON", async (name, key) => {
  const root = await menu();
  await click(button(root, name));
  const copied = JSON.parse(writeText.mock.calls[0]?.[0] ?? "{}");
  expect(copied[key].length).toBeGreaterThan(1);
});

it("says in words when the clipboard is closed, and lays out the text selected", async () => {
  writeText.mockRejectedValue(new DOMException("denied", "NotAllowedError"));
  const root = await menu();
  await click(button(root, "Note"));
  await act(() => settled());
  expect(said(root)).toContain("could not be copied");
  const field = root.querySelector("textarea");
  expect(field?.value).toContain("Fracture risk: High risk");
  expect(field?.selectionEnd).toBe(field?.value.length);
});

it("copies nothing that the user did not ask for", async () => {
  const root = await menu();
  await click(button(root, "Note"), false);
  expect(writeText).not.toHaveBeenCalled();
});

it("what was answered stands in the note as answered, and not as missing", async () => {
  const [item] = high.missing;
  const finding = high.findings.find(({ id }) => id === item?.finding);
  if (!item || !finding) throw new Error("nothing to answer");
  const clinician = {
    today: "2026-11-23",
    typed: [],
    answers: { [finding.id]: { code: "action-completed", at: "2026-11-23T08:00:00Z", level: "warning" } },
  } satisfies Partial<Clinician>;
  const root = await draw(
    <ClinicianContext.Provider value={clinician as unknown as Clinician}>
      <CopyMenu assessment={high} />
    </ClinicianContext.Provider>,
  );
  await click(button(root, "Note"));
  const note = writeText.mock.calls[0]?.[0] ?? "";
  expect(note).toContain(`Answered: ${finding.card.summary} (`);
  expect(/Missing: .*/.exec(note)?.[0] ?? "").not.toContain(item.label);
});

it("prints the patient's sheet from here", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  const root = await menu();
  await click(button(root, "Print a sheet for the patient"));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
