/** Heads over figures of an earlier examination, or of none: how much has changed, what is wanted, usual or adjusted. */
const NOT_CURRENT =
  /\bchange|\bdifference|\b(?:previous|prior|baseline|last|old|goal|target|thresholds?|expected|average|population|peers?|adj(?:usted)?|ref(?:erence)?|range|men|males?)\b/;

export const isNotCurrent = (head: string): boolean => NOT_CURRENT.test(head);
