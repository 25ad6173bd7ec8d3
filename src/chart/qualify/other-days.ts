/** What is done with a report after the examination, as alternatives of a pattern: its day is not that of the examination. */
export const DONE_LATER =
  "addend\\w*|reviewed|acknowledged|discussed|dictated|signed|transcribed|printed|faxed|updated|modified";

/** A line whose day is that of what was done to the report. */
export const isDoneLater = (line: string): boolean => new RegExp(`\\b(?:${DONE_LATER})\\b`, "i").test(line);

/** A line whose day is of an earlier or a later examination, or of a birth. */
export const isAnotherDay = (line: string): boolean =>
  /\b(?:prior|previous|compar|birth|dob|since|next|due|repeat|schedul|follow)/i.test(line);

/** Days of orders, prints, receipts, births and plans, not of what was measured: alternatives of a pattern over folded text. */
export const OTHER_DAY =
  "(?<!\\p{L})(?:druck|auftrag|anforder|eingang|geburt|edit(?:e|ion)|demande|enregistr|impres|imprim|solicitud|stampa|richiest|nasc|naci|naissance|afdruk|aanvra|geboort|pedido)|\\bas of\\b|due|next|order|print|review|schedul|expir|birth|dob|prior|previous|since|until|updated|modified|signed|admi|discharge|\\bfax|start|stop|\\bend\\b|goal";
