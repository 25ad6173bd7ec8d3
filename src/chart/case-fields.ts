import { earliest, isPartialDate } from "./calendar";
import type { Rejection } from "./chart";
import type { Evidence, IsoDate, PartialDate } from "./evidence";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/**
 * Reads the fields of one object of a case. What cannot be true is reported by its path and read as null, so that the
 * rest can be assessed; a field that the format does not have is reported by its name.
 */
export class CaseFields {
  readonly #fields: Fields;
  readonly #path: string;
  readonly #asOf: IsoDate;
  readonly #rejected: Rejection[];

  private constructor(fields: Fields, path: string, asOf: IsoDate, rejected: Rejection[]) {
    this.#fields = fields;
    this.#path = path;
    this.#asOf = asOf;
    this.#rejected = rejected;
  }

  /** @throws when the input is no object. */
  static root(input: unknown, asOf: IsoDate, rejected: Rejection[], allowed: readonly string[]): CaseFields {
    if (!isFields(input)) throw new TypeError("input: expected an object");
    const read = new CaseFields(input, "", asOf, rejected);
    read.#refuseOthers(allowed);
    return read;
  }

  #refuseOthers(allowed: readonly string[]): void {
    for (const key of Object.keys(this.#fields))
      if (!allowed.includes(key)) this.reject(key, `unknown field "${key}": not read`);
  }

  path(key: string): string {
    return this.#path ? `${this.#path}.${key}` : key;
  }

  get evidence(): Evidence {
    return { from: "case", path: this.#path, text: shown(this.#fields) };
  }

  evidenceOf(key: string): Evidence {
    return { from: "case", path: this.path(key), text: `${key}: ${shown(this.#fields[key])}` };
  }

  reject(key: string, reason: string): void {
    this.#rejected.push({ path: this.path(key), reason, evidence: this.evidenceOf(key) });
  }

  /** Reports the object as a whole. */
  rejectAll(reason: string): void {
    this.#rejected.push({ path: this.#path, reason, evidence: this.evidence });
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined && this.#fields[key] !== null;
  }

  raw(key: string): unknown {
    return this.#fields[key] ?? null;
  }

  number(key: string, low: number, high: number): number | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value === "number" && Number.isFinite(value) && value >= low && value <= high) return value;
    this.reject(key, `${shown(value)} is not a number from ${low} to ${high}`);
    return null;
  }

  text(key: string): string | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value === "string") return value.trim() === "" ? null : value;
    this.reject(key, `${shown(value)} is not text`);
    return null;
  }

  truth(key: string): boolean | null {
    const value = this.raw(key);
    if (value === null || typeof value === "boolean") return value as boolean | null;
    this.reject(key, `${shown(value)} is neither true nor false`);
    return null;
  }

  choice<T extends string>(key: string, ...options: readonly T[]): T | null {
    const value = this.raw(key);
    if (value === null) return null;
    const found = options.find((option) => option === value);
    if (found === undefined) this.reject(key, `${shown(value)} is none of ${options.join(", ")}`);
    return found ?? null;
  }

  /** A date that exists and does not lie after the day of the assessment. */
  date(key: string): PartialDate | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== "string" || !isPartialDate(value)) this.reject(key, `${shown(value)} is not a date`);
    else if (earliest(value) > this.#asOf) this.reject(key, `${value} lies after ${this.#asOf}`);
    else return value;
    return null;
  }

  /** The date was given and could not be used: nothing that hangs on it may be used either. */
  dateIsWrong(key: string): boolean {
    const before = this.#rejected.length;
    this.date(key);
    const wrong = this.#rejected.length > before;
    this.#rejected.length = before;
    return wrong;
  }

  one(key: string, allowed: readonly string[]): CaseFields | null {
    const value = this.raw(key);
    if (value === null) return null;
    return this.#nested(value, this.path(key), allowed);
  }

  list(key: string, allowed: readonly string[]): CaseFields[] {
    return this.items(key).flatMap((value, i) => this.#nested(value, `${this.path(key)}[${i}]`, allowed) ?? []);
  }

  items(key: string): unknown[] {
    const value = this.raw(key);
    if (value === null) return [];
    if (Array.isArray(value)) return value;
    this.reject(key, "not a list");
    return [];
  }

  #nested(value: unknown, path: string, allowed: readonly string[]): CaseFields | null {
    if (!isFields(value)) {
      this.#rejected.push({ path, reason: `${shown(value)} is not an object` });
      return null;
    }
    const read = new CaseFields(value, path, this.#asOf, this.#rejected);
    read.#refuseOthers(allowed);
    return read;
  }
}
