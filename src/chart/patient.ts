import { plainWords } from "../terminology/plain-text";
import type { FrameFacts, PatientIdentity } from "./frame-facts";

type WhoIs = Pick<PatientIdentity, "name" | "birthDate" | "mrn" | "recordNumber" | "sex">;

const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|md|jr|sr|ii|iii|iv|herr|frau|mme|sig|don|mx)$/;

function nameParts(name: string): string[] {
  return plainWords(name)
    .split(" ")
    .filter((part) => part !== "" && !TITLES.test(part));
}

/** The same name when every part of the shorter one is in the longer one, an initial standing for a part. */
export function sameName(a: string, b: string): boolean {
  const [short, long] = [nameParts(a), nameParts(b)].sort((x, y) => x.length - y.length);
  if (!short || !long || short.length === 0) return false;
  return short.every((part) =>
    long.some(
      (other) =>
        other === part ||
        (part.length === 1 && other.startsWith(part)) ||
        (other.length === 1 && part.startsWith(other)),
    ),
  );
}

/**
 * True when two banners speak of one patient, false when of two, null when they share nothing to compare.
 * A different birth date or medical record number is always another patient; the same name alone is the same patient.
 */
export function samePerson(a: WhoIs, b: WhoIs): boolean | null {
  if (a.birthDate && b.birthDate && a.birthDate !== b.birthDate) return false;
  if (a.recordNumber && b.recordNumber && a.recordNumber !== b.recordNumber) return false;
  const names = a.name && b.name ? sameName(a.name, b.name) : null;
  if (names === false) return false;
  if (a.sex && b.sex && a.sex !== b.sex) return false;
  const numbers = a.mrn && b.mrn ? plainWords(a.mrn) === plainWords(b.mrn) : null;
  const births = a.birthDate && b.birthDate ? true : null;
  // A page may show several numbers of one person (MRN, account): they decide only where name or birth date do not.
  return names ?? births ?? numbers;
}

/** One patient out of everything that was said of them: the fullest name, the first of every other field. */
export function joinIdentities(identities: readonly PatientIdentity[]): PatientIdentity | null {
  const [first] = identities;
  if (!first) return null;
  const name = identities
    .map((one) => one.name ?? "")
    .reduce((a, b) => (nameParts(b).length > nameParts(a).length ? b : a), "");
  const pick = <K extends "birthDate" | "age" | "sex" | "mrn" | "recordNumber">(field: K) =>
    identities.find((one) => one[field] !== null)?.[field] ?? null;
  return {
    ...first,
    name: name || null,
    birthDate: pick("birthDate"),
    age: pick("age"),
    sex: pick("sex"),
    mrn: pick("mrn"),
    recordNumber: pick("recordNumber"),
  };
}

/** The identities of some frames grouped into persons; identities that cannot be compared belong to the same person. */
export function persons(frames: readonly FrameFacts[]): PatientIdentity[][] {
  const groups: PatientIdentity[][] = [];
  for (const identity of frames.flatMap((frame) => frame.identities)) {
    const same = groups.find((group) => group.every((one) => samePerson(one, identity) !== false));
    if (same) same.push(identity);
    else groups.push([identity]);
  }
  return groups;
}

/** Name, birth date, sex and numbers in one string; compare two of them with `samePatient`, not with `===`. */
export type PatientKey = string;

function keyOf({ name, birthDate, sex, mrn, recordNumber }: PatientIdentity): PatientKey {
  return JSON.stringify({ name, birthDate, sex, mrn, recordNumber });
}

/** Whether two keys are of one patient; null when they share nothing to compare. */
export function samePatient(a: PatientKey, b: PatientKey): boolean | null {
  return a === b ? true : samePerson(JSON.parse(a) as WhoIs, JSON.parse(b) as WhoIs);
}

/** Whose chart these frames show. */
export function identityOf(frames: readonly FrameFacts[]): { key: PatientKey } | "none" | "conflict" {
  const groups = persons(frames);
  if (groups.length > 1) return "conflict";
  const one = joinIdentities(groups[0] ?? []);
  return one ? { key: keyOf(one) } : "none";
}
