import type { Adapter } from "./adapter";

/** What the public source of these products shows of their pages. The generic reader needs none of it. */
export const ADAPTERS: readonly Adapter[] = [
  {
    // class names "-esm-patient-tests__file__name___hash": the front part is the module
    product: "OpenMRS 3",
    knownBy: /\besm patient\b/,
    lists: [
      [/\besm patient tests\b/, "Results"],
      [/\besm patient medications\b/, "Medications"],
      [/\besm patient conditions\b/, "Conditions"],
      [/\besm patient allergies\b/, "Allergies"],
      [/\besm patient vitals\b/, "Vitals"],
    ],
  },
  {
    // cards of the patient dashboard (templates/patient/card), list of results (labdata.php)
    product: "OpenEMR",
    knownBy: /\b(?:pami|ps expand|list result|labdata)\b/,
    lists: [
      [/\ballergy ps expand\b/, "Allergies"],
      [/\bmedication ps expand\b/, "Medications"],
      [/\bprescriptions? ps expand\b/, "Prescriptions"],
      [/\bmedical problem ps expand\b/, "Medical problems"],
      [/\blabdata\b/, "Laboratory results"],
    ],
  },
  {
    // a fork of OpenEMR: the results as a matrix of dates
    product: "LibreHealth EHR",
    knownBy: /\b(?:matrix (?:item|result)|labmatrix|patient stats)\b/,
    lists: [[/\blabmatrix\b/, "Laboratory results"]],
  },
  {
    // a window for each laboratory report; prescriptions numbered prescrip_1
    product: "OSCAR",
    knownBy: /\b(?:(?:normal|abnormal|hi lo) res|prescrip \d+|tbl discs)\b/,
    lists: [[/\btbl discs\b/, "Laboratory results"]],
  },
  {
    // the class of a cell is the name of its column
    product: "Bahmni",
    knownBy: /\b(?:drug order table|treatments details)\b/,
    lists: [[/\bdrug order table\b/, "Treatments"]],
    columns: [
      [/\bdrug name\b/, "Drug"],
      [/\bdosage\b/, "Dose"],
      [/\bfrequency\b/, "Frequency"],
      [/\bduration\b/, "Duration"],
      [/\bstart date\b/, "Start date"],
      [/\bstop date\b/, "Stop date"],
    ],
  },
  {
    // data-element attributes
    product: "Practice Fusion",
    knownBy: /\b(?:medication summary|data table row|observation (?:name|value))\b/,
    lists: [[/\bmedication summary card\b/, "Medications"]],
    columns: [
      [/\bobservation name\b/, "Test"],
      [/\bobservation value\b/, "Result"],
      [/\babnormal flag\b/, "Flag"],
      [/\breference range\b/, "Reference range"],
      [/\bunits measure\b/, "Units"],
      [/\bobservation date\b/, "Date"],
      [/\bobservation status\b/, "Status"],
    ],
    banner: [
      [/\bfull name\b/, "Patient name"],
      [/\bpatient (?:ribbon )?dob\b/, "DOB"],
      [/\bpatient (?:ribbon )?(?:sex|gender)\b/, "Sex"],
    ],
  },
];
