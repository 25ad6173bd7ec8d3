/** What the demo chart knows of one of its fictitious patients; dates are ISO here and printed the American way. */
export interface DemoPatient {
  id: string;
  /** "Family, Given", as the banner prints it. */
  name: string;
  birthDate: string;
  age: number;
  sex: "Female" | "Male";
  mrn: string;
  allergies: string;
  clinician: string;
  visit: { time: string; reason: string };
  vitals: { measured: string; pairs: [label: string, value: string][] };
  history: [label: string, value: string][];
  maintenance: { item: string; last: string | null; note: string }[];
  problems: { name: string; code: string; since: string; status: "Active" | "Resolved" }[];
  medications: DemoMedication[];
  results: DemoResult[];
  reports: DemoReport[];
}

export interface DemoMedication {
  name: string;
  directions: string;
  started: string;
  ended: string | null;
  lastGiven: string | null;
  status: "Active" | "Discontinued" | "Completed";
  note: string | null;
}

export interface DemoResult {
  group: string;
  test: string;
  value: string;
  unit: string;
  range: string;
  flag: "" | "L" | "H";
  collected: string;
}

export interface DemoReport {
  id: string;
  title: string;
  date: string;
  facility: string;
  /** Paragraphs and tables, in order. */
  body: (ReportText | ReportTable)[];
}
export interface ReportText {
  heading: string;
  text: string;
}
export interface ReportTable {
  heading: string;
  columns: string[];
  rows: string[][];
}
