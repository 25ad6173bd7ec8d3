import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_PLACEMENT, keepPlacement, placementOf } from "../../src/background/placement";

const { stored } = vi.hoisted(() => ({ stored: {} as Record<string, unknown> }));
/** As the browser's store: every call takes a while, and gives copies. */
const later = <T>(give: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(structuredClone(give()))));
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        get: (key: string) => later(() => ({ [key]: stored[key] })),
        set: (values: object) => later(() => void Object.assign(stored, structuredClone(values))),
      },
    },
  },
}));

const HERE = "https://here.example";
const THERE = "https://there.example";

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key];
});

it("keeps a new width and a new side that come at the same time", async () => {
  await Promise.all([keepPlacement(HERE, { width: 480 }), keepPlacement(HERE, { side: "left" })]);
  expect(await placementOf(HERE)).toEqual({ ...DEFAULT_PLACEMENT, width: 480, side: "left" });
});

it("keeps what is changed on two sites at the same time", async () => {
  await Promise.all([keepPlacement(HERE, { width: 480 }), keepPlacement(THERE, { fit: "beside" })]);
  expect(await placementOf(HERE)).toMatchObject({ width: 480 });
  expect(await placementOf(THERE)).toMatchObject({ fit: "beside" });
});

it("keeps nothing of a page whose site is not known, and says where it stands", async () => {
  expect(await keepPlacement(null, { side: "left" })).toEqual({ ...DEFAULT_PLACEMENT, side: "left" });
  expect(stored).toEqual({});
});
