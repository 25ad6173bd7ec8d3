import type { Maker } from "../../src/export";

export const maker: Maker = { version: "9.8.7", at: "2026-11-23T09:14:00+01:00" };

let count = 0;
export const uuid = () => `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
