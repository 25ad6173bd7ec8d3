/** What the chart's server says. */
export type { DemoPatient as Patient, DemoResult as Result } from "../patient";
export type { ResultsPage } from "../server";

export type Get = (path: string) => Promise<unknown>;

export interface Scheduled {
  id: string;
  name: string;
  age: number;
  sex: string;
  visit: { time: string; reason: string };
}
