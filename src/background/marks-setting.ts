import browser from "webextension-polyfill";
import { DEFAULT_MARKS, MARKS_KEY, type MarksSetting } from "../messages/marks-setting";
import type { TabSession } from "./tab-session";

/** Whether the user wants marks on the page of this tab now. */
export async function marksWanted({ sidebar }: TabSession): Promise<boolean> {
  const stored = (await browser.storage.local.get(MARKS_KEY))[MARKS_KEY] as Partial<MarksSetting> | undefined;
  const { shown, withSidebar } = { ...DEFAULT_MARKS, ...stored };
  return shown && !(withSidebar && sidebar === "closed");
}
