import type { Chart, ListKind, Rejection } from "../chart/chart";
import type { Evidence, IsoDate, Sourced } from "../chart/evidence";
import type { Fact } from "../chart/fact";
import type { Gap } from "./assessment";
import { type Policy, policyDifferences } from "./policy";
import type { Truth } from "./truth";

/** A clinical question: a pure function over the chart, answered once an assessment and shared by the rules. */
export type Question<T> = (chart: Reader) => T;

/** What was read, and the questions asked on the way, each with a trail of its own; a list is made when it is needed. */
interface Trail {
  evidence: Evidence[] | null;
  gaps: Gap[] | null;
  asked: Trail[] | null;
  /** Settings it rests on that differ from their default, by name. */
  settings: string[] | null;
}

interface Answer {
  value: unknown;
  trail: Trail;
}

interface Shared {
  chart: Chart;
  policy: Policy;
  today: IsoDate;
  answers: Map<Question<unknown>, Answer>;
  /** Names of the settings that differ from their default. */
  differing: ReadonlySet<string>;
}

const emptyTrail = (): Trail => ({ evidence: null, gaps: null, asked: null, settings: null });

/** A trail and all that hang on it, each once, what was asked before what asked it. */
function trails(trail: Trail, found = new Set<Trail>()): Set<Trail> {
  if (trail.asked) for (const one of trail.asked) if (!found.has(one)) trails(one, found);
  return found.add(trail);
}

/** The settings as they are; `read` hears the name of each one that is read. */
function watched<T extends object>(settings: T, within: string, read: (name: string) => void): T {
  return new Proxy(settings, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const name = within + String(key);
      if (typeof value === "object" && value !== null) return watched(value, `${name}.`, read);
      read(name);
      return value;
    },
  });
}

/**
 * The only way for rules to the chart. Everything that is read through it is remembered, so that the evidence and the
 * gaps of a statement are complete by construction; a question passes on what was read to answer it.
 */
export class Reader {
  readonly #shared: Shared;
  readonly #trail: Trail;

  private constructor(shared: Shared, trail: Trail) {
    this.#shared = shared;
    this.#trail = trail;
  }

  static over(chart: Chart, policy: Policy, today: IsoDate): Reader {
    const differing = new Set(policyDifferences(policy).map(({ name }) => name));
    return new Reader({ chart, policy, today, answers: new Map(), differing }, emptyTrail());
  }

  /** Another chart under the same settings on the same day. */
  supposing(chart: Chart): Reader {
    return new Reader({ ...this.#shared, chart, answers: new Map() }, emptyTrail());
  }

  /** The same chart with an empty trail: one for every rule. */
  fresh(): Reader {
    return new Reader(this.#shared, emptyTrail());
  }

  /** The settings. Where one differs from its default, what rests on it is remembered and said. */
  get policy(): Policy {
    const { policy, differing } = this.#shared;
    if (differing.size === 0) return policy;
    return watched(policy, "", (name) => {
      if (!differing.has(name)) return;
      this.#trail.settings ??= [];
      this.#trail.settings.push(name);
    });
  }

  get today(): IsoDate {
    return this.#shared.today;
  }

  ask<T>(question: Question<T>): T {
    let answer = this.#shared.answers.get(question as Question<unknown>);
    if (!answer) {
      const trail = emptyTrail();
      answer = { value: question(new Reader(this.#shared, trail)), trail };
      this.#shared.answers.set(question as Question<unknown>, answer);
    }
    this.#trail.asked ??= [];
    this.#trail.asked.push(answer.trail);
    return answer.value as T;
  }

  /** Every question answered so far, by the name of its function. */
  get answered(): { name: string; value: unknown }[] {
    return [...this.#shared.answers].map(([{ name }, { value }]) => ({ name, value }));
  }

  /** The value of a fact; null when it is unknown or conflicting, which is then a gap. */
  fact<T>(what: string, pick: (chart: Chart) => Fact<T>): T | null {
    const fact = pick(this.#shared.chart);
    if (fact.state === "known") {
      this.#found(...fact.evidence);
      return fact.value;
    }
    if (fact.state === "conflicting") {
      for (const { evidence } of fact.values) this.#found(...evidence);
      this.gap(`${what}: ${fact.values.map(({ value }) => String(value)).join(" or ")}`, "conflicting");
    }
    return null;
  }

  /** The items that pass `keep`; only those become evidence. */
  list<T extends Sourced>(pick: (chart: Chart) => readonly T[], keep: (item: T) => boolean): T[] {
    const items = pick(this.#shared.chart).filter(keep);
    for (const item of items) this.#found(item.evidence);
    return items;
  }

  /** What another room makes of the whole chart, with what that rests on. */
  derive<T>(from: (chart: Chart, today: IsoDate) => T, evidence: (made: T) => readonly Evidence[]): T {
    const made = from(this.#shared.chart, this.#shared.today);
    this.#found(...evidence(made));
    return made;
  }

  /** What was seen and refused before it became a fact. */
  rejections(keep: (rejection: Rejection) => boolean): Rejection[] {
    const found = this.#shared.chart.rejected.filter(keep);
    for (const { evidence } of found) if (evidence) this.#found(evidence);
    return found;
  }

  /** Whether a list of this kind was on screen: only then may something be called absent. */
  seen(...kinds: ListKind[]): boolean {
    return this.#shared.chart.seen.some((list) => kinds.includes(list.kind));
  }

  /** Something looked for in a list: found, not there, or the list was not on screen. */
  found(something: boolean, list: ListKind): Truth {
    return something ? true : this.seen(list) ? false : "unknown";
  }

  /** Whether it was on screen and did not say that it shows only a part. */
  seenWhole(kind: ListKind): boolean {
    const lists = this.#shared.chart.seen.filter((list) => list.kind === kind);
    return lists.some((list) => list.complete !== false);
  }

  /** Not among the facts: missing where a list that would hold it was on screen and not only a part of it, else not seen yet. */
  notFound(what: string, lists: readonly ListKind[], assumed: string | null = null): void {
    this.gap(what, lists.some((kind) => this.seenWhole(kind)) ? "none-in-window" : "not-seen", assumed);
  }

  gap(what: string, why: Gap["why"], assumed: string | null = null): void {
    this.#trail.gaps ??= [];
    this.#trail.gaps.push({ what, why, assumed });
  }

  #found(...evidence: Evidence[]): void {
    this.#trail.evidence ??= [];
    this.#trail.evidence.push(...evidence);
  }

  /** All that was read on the way, all that was wanted and not there, and the settings that are not the default. */
  get read(): { evidence: Evidence[]; gaps: Gap[]; settings: string[] } {
    const settings = new Set<string>();
    const evidence = new Set<Evidence>();
    const gaps = new Map<string, Gap>();
    for (const trail of trails(this.#trail)) {
      if (trail.evidence) for (const one of trail.evidence) evidence.add(one);
      if (trail.settings) for (const name of trail.settings) settings.add(name);
      if (trail.gaps) for (const gap of trail.gaps) gaps.set(`${gap.what} ${gap.why}`, gap);
    }
    return { evidence: [...evidence], gaps: [...gaps.values()], settings: [...settings] };
  }

  get evidence(): Evidence[] {
    return this.read.evidence;
  }
}
