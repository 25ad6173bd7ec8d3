import type { Question } from "../reader";

/**
 * Whose numbers apply (CLINICAL.md 5.1): T-scores and FRAX for peri- and postmenopausal women and men from 50,
 * Z-scores for premenopausal women and men under 50.
 */
export type Population = "t-score" | "z-score" | "minor" | "unknown";

/** Men from this age are held against T-scores [ISCD]. */
const MEN_T_SCORE_AGE = 50;
const ADULT_AGE = 18;
/** USPSTF 2025 asks women below this age for their menopausal status, not those above (X11). */
const MENOPAUSE_ASKED_BELOW = 65;

export interface PopulationRead {
  population: Population;
  /** Menopause is not stated and was taken as past. */
  menopauseAssumed: boolean;
}

export const age: Question<number | null> = (r) => r.fact("age", (c) => c.patient.age);
export const sex: Question<"female" | "male" | null> = (r) => r.fact("sex", (c) => c.patient.sex);

export const population: Question<PopulationRead> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const menopause = r.fact("menopausal status", (c) => c.menopause);
  const read = (population: Population, menopauseAssumed = false): PopulationRead => ({ population, menopauseAssumed });
  if (years !== null && years < ADULT_AGE) return read("minor");
  if (who === "male") return read(years === null ? "unknown" : years >= MEN_T_SCORE_AGE ? "t-score" : "z-score");
  if (who === "female" && menopause !== null) return read(menopause === "pre" ? "z-score" : "t-score");
  if (years === null || years < r.policy.assumePostmenopausalFrom) {
    r.notFound(who === null ? "sex" : "menopausal status", ["problems", "notes", "social"]);
    return read("unknown");
  }
  const assumed = who === "female" && years < MENOPAUSE_ASKED_BELOW;
  if (assumed) r.notFound("menopausal status", ["problems", "notes", "social"], "past, by age");
  return read("t-score", assumed);
};
