import type { Calendar } from "../calendar";
import type { DemoPatient } from "../patient";
import { rosalindAchterberg } from "./achterberg";
import { harrietLindqvist } from "./lindqvist";
import { dorotheaVance } from "./vance";

/** Nobody here exists. */
export function demoPatients(calendar: Calendar): DemoPatient[] {
  return [harrietLindqvist(calendar), dorotheaVance(calendar), rosalindAchterberg(calendar)];
}
