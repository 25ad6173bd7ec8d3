import { plainWords } from "../../../terminology/plain-text";
import type { MedicationStatus } from "../../chart";
import { isEndArranged, withoutIntention } from "./intention";

const STOPPED =
  "inactive|discontinued|stopped|completed?|expired|past|historical|no longer(?: taking| used)?|not taking|ceased|aborted|no longer active|ended|previous(?:ly)?|prior|former|finished|cancell?ed|d c d|dc d|dc|d c|withdrawn|abgesetzt\\w*|beendet\\w*|arrete\\w*|termine\\w*|suspendid[ao]s?|sospes[aoei]|previ[ao]s?|anterior(?:es)?|anterieur\\w*|precedent\\w*|fruher\\w*|gestopt\\w*|gestaakt\\w*|beeindigd\\w*|eerdere|vroegere|interrott[aoei]|pregress[aoei]|finalizad[ao]s?|retirad[ao]s?|descontinuad[ao]s?";
const ACTIVE =
  "active|current(?:ly)?(?: taking)?|taking(?: as (?:prescribed|directed))?|ongoing|continuing|continued?|existing|in use|present|laufend|aktuell\\w*|en cours|actuels?|actifs?|activ[ao]s?|in corso|attiv[ao]|actual(?:es)?|habitual(?:es)?|habituels?|actuele?|huidige?|atua(?:l|is)|dauermedikation|home(?! infusion| health| care| delivery)";
const PLANNED =
  "planned|ordered not started|pending|future|upcoming|scheduled|not (?:yet )?started|proposed|draft|to (?:be )?start(?:ed)?|geplant\\w*|prevus?|previst[ao]s?|gepland\\w*|planificad[ao]s?";

const whole = (words: string) =>
  new RegExp(
    `^(?:a |status |medication status )?(?:${words})(?: (?:medications?|meds|orders?|prescriptions?|drugs|rx|list))?$`,
  );
const within = (words: string) => new RegExp(`\\b(?:${words})\\b`);

/** A status cell or badge: it says the status and nothing else. Null when it is no status. */
export function statusWord(text: string): MedicationStatus | null {
  // a symbol beside the word is a button: "Completed ⓘ"
  const words = plainWords(text.replace(/\p{So}/gu, " ").replace(/\s\|\s(?:snomed|rx ?norm|nci|hl7)\b.*$/i, ""));
  if (words === "") return null;
  if (words === "a") return "active";
  if (whole(STOPPED).test(words)) return "stopped";
  if (whole(PLANNED).test(words)) return "planned";
  return whole(ACTIVE).test(words)
    ? "active"
    : /^(?:on hold|held|unknown|hold|ordered|suspend(?:ed)?)$/.test(words)
      ? "unknown"
      : null;
}

/** What a column "Action" tells to do with a drug. */
export function actionWord(text: string): MedicationStatus | null {
  const words = plainWords(text);
  if (/^(?:stop|discontinue)\b/.test(words)) return "stopped";
  if (/^(?:start|new|begin)\b(?! bag)/.test(words)) return "planned";
  return /^(?:continue|resume|no change)\b/.test(words) ? "active" : null;
}

/** What a discharge list tells the patient to do: "STOP taking these medications". */
export function orderedStatus(heading: string): MedicationStatus | null {
  return ordered(plainWords(heading));
}

/** "Stop taking", "Continue taking this medication" as all that a cell says. */
export function toldStatus(text: string): MedicationStatus | null {
  const [, verb, taking] =
    /^(stop|discontinue|start|begin|continue)( (?:taking|using)(?: (?:this|it|medication|medicine|drug|at home))*)?$/.exec(
      plainWords(text),
    ) ?? [];
  if (verb === "stop" || verb === "discontinue") return "stopped";
  return taking === undefined ? null : verb === "continue" ? "active" : "planned";
}

function ordered(words: string): MedicationStatus | null {
  if (
    /\b(?:stop|quit|discontinue|do not|don t|not) (?:taking|take|using|use)\b|^(?:stop|discontinue)(?: these)? (?:medic|drug)/.test(
      words,
    )
  )
    return "stopped";
  if (/\b(?:start|begin) (?:taking|take|using|use)\b|^(?:start|begin)(?: these)? (?:medic|drug)/.test(words))
    return "planned";
  return /\bcontinue (?:taking|take|using|use)\b/.test(words) ? "active" : null;
}

/** A heading over a list: "Past Medications on file", "Current Medications (continue as prescribed)". */
export function headingStatus(heading: string): MedicationStatus | null {
  const words = plainWords(heading);
  const order = ordered(words);
  if (order !== null) return order;
  if (words.length > 80 || /\bhistory\b|\brecon|\ballerg/.test(words)) return null;
  if (
    /\b(?:prior to|before|pre) ?admission\b|\bpta\b|\bnot current|\b(?:pause[ds]?|pausier\w*|ask (?:your|the))\b|\b(?:held|suspended)\b/.test(
      words,
    )
  )
    return "unknown";
  // doses of a ward that have their hours, beside those as needed
  if (/^scheduled(?: (?:inpatient )?(?:medications?|meds|drugs))?$/.test(words)) return "unknown";
  // what British practices prescribe again and again
  if (/^repeats?(?: (?:medic\w+|templates?|prescriptions?|drugs|items))?$/.test(words)) return "active";
  const said = [
    within(`${STOPPED}`).test(words.replace(/\bcontinue as prescribed\b/, "")) ? "stopped" : null,
    within(PLANNED).test(words) ? "planned" : null,
    within(ACTIVE).test(words) ? "active" : null,
  ].filter((status) => status !== null);
  // "Rejected refills" under the tab "Active": whether they are taken is not said
  if (said.length === 0 && /\b(?:reject\w*|denied|declin\w*|refus\w*|request\w*|unsigned|awaiting)\b/.test(words))
    return "unknown";
  if (said.includes("planned") && /not (?:yet )?started|upcoming|planned/.test(words)) return "planned";
  return said.length === 1 ? (said[0] as MedicationStatus) : null;
}

/** Words of class names, titles and labels: "active medication", "historical-medication". */
export function hintedStatus(hints: string): MedicationStatus | null {
  const words = plainWords(hints);
  const stopped = /\b(?:inactive|discontinued|stopped|expired|historical|past|line through)\b/.test(words);
  const active = /\b(?:active|current)\b/.test(words);
  if (/\b(?:on hold|held|suspended)\b/.test(words)) return "unknown";
  return stopped === active ? null : stopped ? "stopped" : "active";
}

/** An order that was never begun, or is not followed, whatever its status says. */
const NOT_FOLLOWED =
  /(?<!\b(?:if|when|until|unless|do|should|must|may|can)(?: \w+){0,2} )\b(?:never|not|no|didn t|hasn t|wasn t|isn t) (?:been |yet |ever |currently |have )*(?:filled|begun|picked (?:it )?up|started|taking|taken (?:since|in|for|it)|dispensed|obtained|tolerated)\b(?! at (?:this|our)\b)|\b(?:did|does)(?: not|n t) (?:fill|pick|start|take|tolerate)\b|\b(?:unfilled|quit taking|(?:never|no longer) takes|self (?:discontinued|stopped|d c)|non ?(?:adheren|complian)\w+|(?:unable|unwilling) to (?:take|tolerate|afford)|intoleran(?:t|ce)|allergic to|last (?:dose|taken|filled|fill|used)(?: \w+){0,4} years? ago|taking (?:unknown|unsure|not sure|sometimes))\b/;

/** Whether the words of an entry, or a remark beside it, say that the drug is not taken. */
export const saysNotFollowed = (text: string): boolean => NOT_FOLLOWED.test(plainWords(text));

/** "Stopped HRT in 2019": behind the word stands what was stopped, and it may be another drug. */
const STOPPED_SOMETHING =
  /\b(?:stopped|discontinued) (?!(?:by|due|in|on|at|for|because|after|per|since|from|when|while|d t|secondary|as|and|taking|using|this|it|med\w*|drug|therapy|treatment|early|last|own|self|herself|himself|patient|pt|dates?|reason|status|with|w|to|before|prior|during|over|about|around|approx\w*|several|some|one|two|three|an?|the|her|his|recently|yesterday|today|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|fall|winter)\b)[a-z]/;

/** What the free text of an entry says of its own status. */
export function spokenStatus(text: string): MedicationStatus | null {
  const words = withoutIntention(plainWords(text));
  if (/\b(?:restarted|resumed)\b/.test(words)) return "unknown";
  if (
    /\b(?:tapered off|discontinued|no longer (?:taking|using)|not (?:currently )?taking|(?:was |has been )?stopped|abgesetzt|arretee?|suspendid[ao])\b/.test(
      words,
    ) &&
    !/\b(?:if|until|when|unless) .*stopped\b|not (?:be )?(?:stopped|discontinued)/.test(words)
  )
    return text.split(" | ").some((part) => STOPPED_SOMETHING.test(plainWords(part))) ? "unknown" : "stopped";
  if (/\btaking\s*[:?]\s*(?:no?)\b|\b(?:finished|completed)\b|\bd\/c['’]?d\b|\bdc(?:['’]d|ed)\b/i.test(text))
    return "stopped";
  if (
    /\b(?:on hold|hold (?:until|for)|held|awaiting|(?:changed|switched) (?:from|to)|replaced (?:by|with)|(?:not |un)sure (?:if|whether)|drug holiday|(?:never|not) (?:been )?(?:picked up|filled)|ran out|declined|declines|refuse[ds]|not covered|(?<!as )(?:recommended|advised|suggested)(?! (?:dos|to (?:take|use|continue)))|never (?:started|took))\b/.test(
      words,
    ) ||
    // "Alendronate → Prolia"
    /(?:→|[-=]>)\s*\p{L}{4}/u.test(text) ||
    isEndArranged(plainWords(text))
  )
    return "unknown";
  if (saysNotFollowed(text) && !saysNotYet(text)) return "unknown";
  return /\b(?:not (?:yet )?started|first dose|to start|(?<!\b(?:taper|titration|wean|increase|decrease|reduction|refills?) )starting|will start|planned)\b/.test(
    words,
  )
    ? "planned"
    : null;
}

/** "RALOXIFENE 60MG TAB … EXPIRED": the last word of an entry that is one text. */
export const lastWordStatus = (text: string): MedicationStatus | null =>
  / (?:expired|cancell?ed|discontinued|d c)$/.test(withoutIntention(plainWords(text)))
    ? "stopped"
    : /\shold\s*$|\?\s*$/i.test(text)
      ? "unknown"
      : null;

/** It was said outright that the drug is not taken yet, whatever day the order bears. */
export const saysNotYet = (text: string): boolean => /\b(?:not (?:yet )?started|planned)\b/.test(plainWords(text));
