import { addMonths } from "../../chart/calendar";
import { ARTICLE_DATE } from "../../sources";
import { noteRule } from "../rule";

/** After this many months the source's age is a warning (S3). */
const SOURCE_OLD_MONTHS = 24;

const text = { always: true, group: "note", level: "info", alert: false, when: "always", holds: () => true } as const;

/** Texts about the source itself, each with its place in the product (S1–S4, S48, S52, S53). */
export const SCOPE_NOTES = [
  noteRule({
    ...text,
    id: "S1",
    title: "Scope",
    output: "covers osteopenia and its drug threshold",
    sources: ["S1"],
    says: () => ({ summary: "Covers osteopenia and the threshold for drug therapy; decision support, not orders" }),
  }),
  noteRule({
    ...text,
    id: "S2",
    title: "Review status of the source",
    output: "the source is pending human review",
    sources: ["S2"],
    says: () => ({ summary: "Educational purpose only; the source's content is pending human review" }),
  }),
  noteRule({
    ...text,
    id: "S3",
    title: "Date of the source",
    output: "the source's date, and a warning when it is over 24 months old",
    sources: ["S3"],
    says: (r) => {
      const old = addMonths(ARTICLE_DATE, SOURCE_OLD_MONTHS) < r.today;
      return {
        summary: `Source last updated ${ARTICLE_DATE}${old ? ": more than 24 months ago" : ""}`,
        level: old ? "warning" : "info",
      };
    },
  }),
  noteRule({
    ...text,
    id: "S4",
    title: "Audience",
    output: "written for clinicians",
    sources: ["S4"],
    says: () => ({ summary: "Written for clinicians; the site's audience prompt is not clinical" }),
  }),
  noteRule({
    ...text,
    id: "S52",
    title: "References of the source",
    output: "the five listed references, beside the primary guidelines",
    sources: ["S52"],
    says: () => ({
      summary:
        "The source lists references 1, 2, 3, 6 and 7; its text also cites 4 and 5, which are missing from its list",
      detail: "References 1 to 3 are summaries of one vendor: primary guidelines are shown beside them.",
    }),
  }),
  noteRule({
    ...text,
    id: "S53",
    title: "Disclaimer",
    output: "for professionals; verify",
    sources: ["S53"],
    says: () => ({
      summary: "For healthcare professionals: clinical judgement decides; verify against primary literature",
      detail: "Supplementary to established guidelines. No liability is assumed for decisions based on this content.",
    }),
  }),
];
