import type { Chart, ListKind, Rejection } from "../chart/chart";
import type { Evidence, IsoDate, Sourced } from "../chart/evidence";
import type { Fact } from "../chart/fact";
import type { Gap } from "./assessment";
import type { Policy } from "./policy";

/** A clinical question: a pure function over the chart, answered once an assessment and shared by the rules. */
export type Question<T> = (chart: Reader) => T;

interface Trail {
  evidence: Set<Evidence>;
  gaps: Map<string, Gap>;
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
}

const emptyTrail = (): Trail => ({ evidence: new Set(), gaps: new Map() });

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
    return new Reader({ chart, policy, today, answers: new Map() }, emptyTrail());
  }

  /** The same chart with an empty trail: one for every rule. */
  fresh(): Reader {
    return new Reader(this.#shared, emptyTrail());
  }

  get policy(): Policy {
    return this.#shared.policy;
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
    for (const one of answer.trail.evidence) this.#trail.evidence.add(one);
    for (const [key, gap] of answer.trail.gaps) this.#trail.gaps.set(key, gap);
    return answer.value as T;
  }

  /** The value of a fact; null when it is unknown or conflicting, which is then a gap. */
  fact<T>(what: string, pick: (chart: Chart) => Fact<T>): T | null {
    const fact = pick(this.#shared.chart);
    if (fact.state === "known") {
      for (const one of fact.evidence) this.#trail.evidence.add(one);
      return fact.value;
    }
    if (fact.state === "conflicting") {
      for (const { evidence } of fact.values) for (const one of evidence) this.#trail.evidence.add(one);
      this.gap(`${what}: ${fact.values.map(({ value }) => String(value)).join(" or ")}`, "conflicting");
    }
    return null;
  }

  /** The items that pass `keep`; only those become evidence. */
  list<T extends Sourced>(pick: (chart: Chart) => readonly T[], keep: (item: T) => boolean): T[] {
    const items = pick(this.#shared.chart).filter(keep);
    for (const item of items) this.#trail.evidence.add(item.evidence);
    return items;
  }

  /** What was seen and refused before it became a fact. */
  rejections(keep: (rejection: Rejection) => boolean): Rejection[] {
    const found = this.#shared.chart.rejected.filter(keep);
    for (const { evidence } of found) if (evidence) this.#trail.evidence.add(evidence);
    return found;
  }

  /** Whether a list of this kind was on screen: only then may something be called absent. */
  seen(...kinds: ListKind[]): boolean {
    return this.#shared.chart.seen.some((list) => kinds.includes(list.kind));
  }

  /** Whether it was on screen and did not say that it shows only a part. */
  seenWhole(kind: ListKind): boolean {
    const lists = this.#shared.chart.seen.filter((list) => list.kind === kind);
    return lists.some((list) => list.complete !== false);
  }

  gap(what: string, why: Gap["why"], assumed: string | null = null): void {
    this.#trail.gaps.set(`${what} ${why}`, { what, why, assumed });
  }

  get evidence(): Evidence[] {
    return [...this.#trail.evidence];
  }

  get gaps(): Gap[] {
    return [...this.#trail.gaps.values()];
  }
}
