import { addAsides, commentRows, extraColumn, hiddenRows, lookAlikeRows, otherDrugRows } from "./additions";
import {
  addActions,
  dropRoles,
  headerAbove,
  intoInputs,
  nestTables,
  removeHeaders,
  renameClasses,
  reorderColumns,
  swapCellTags,
  tablesToDivs,
  wrapElements,
} from "./layout";
import type { Random } from "./random";
import { changeSpaces, germanNumbers, glueFlags, removeUnits, splitTexts, upperCase } from "./writing";

/** What may be done to a page; none of it changes what the page says of the patient. */
export const MUTATIONS = {
  renameClasses,
  reorderColumns,
  extraColumn,
  wrapElements,
  lookAlikeRows,
  otherDrugRows,
  commentRows,
  addAsides,
  splitTexts,
  removeUnits,
  germanNumbers,
  swapCellTags,
  tablesToDivs,
  removeHeaders,
  headerAbove,
  changeSpaces,
  upperCase,
  glueFlags,
  hiddenRows,
  nestTables,
  addActions,
  intoInputs,
  dropRoles,
} satisfies Record<string, (random: Random) => void>;

export type MutationName = keyof typeof MUTATIONS;
