/** Which marks the user wants on pages; the same on every site. Says nothing of a patient. */
export interface MarksSetting {
  shown: boolean;
  /** Marks go when the sidebar is closed. */
  withSidebar: boolean;
}

/** Its place in `storage.local`. */
export const MARKS_KEY = "marks";
export const DEFAULT_MARKS: MarksSetting = { shown: true, withSidebar: false };
