// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ModelCounts } from '../../workloads/modelCounts';
import type { MlLensWorkloadResource } from '@ml-lens/backstage-plugin-ml-lens-node';

import { Codes } from './Codes';

/** What lists say of a workload, and filters ask of it. */
export interface WorkloadFacts extends MlLensWorkloadResource {
  title: string;
  /** Folded for sorting and searching. */
  titleSort: string;
  entityRef: string | null;
  system: string | null;
  domain: string | null;
  tags: readonly string[];
  orphaned: boolean;
  /** Null where nothing is known of any. */
  models: ModelCounts | null;
}

/** Facts that scorecards are grouped by. */
const FIELDS = ['owner', 'system', 'domain', 'lifecycle'] as const;
export type CodedField = (typeof FIELDS)[number];

/** A fact of all workloads as numbers, by the numbers of the workloads. */
export interface CodedFacts {
  /** What the numbers stand for. */
  values: readonly (string | null)[];
  codes: readonly number[];
}

/** Workloads by number: what is asked of each is asked once, for all its rows. */
export class Workloads {
  readonly #ids = new Codes();
  readonly #tags = new Codes<string | null>();
  readonly #fields = new Map(
    FIELDS.map(field => [field, new Codes<string | null>()]),
  );
  #facts: (WorkloadFacts | undefined)[] = [];
  /** Made anew when somebody asks and a title has changed. */
  #titleRanks: Int32Array | undefined;
  #tagCodes: (readonly number[])[] = [];
  readonly #fieldCodes = new Map(FIELDS.map(field => [field, [] as number[]]));

  /** How many numbers there are; each stays that of its workload. */
  get size(): number {
    return this.#ids.values.length;
  }

  /** Ids by number. */
  get ids(): readonly string[] {
    return this.#ids.values;
  }

  numberOf(id: string): number {
    return this.#ids.of(id);
  }

  /** 1 for each workload that has facts, by number. */
  known(): Uint8Array {
    const known = new Uint8Array(this.size);
    for (let number = 0; number < known.length; number++) {
      known[number] = this.#facts[number] === undefined ? 0 : 1;
    }
    return known;
  }

  /** Undefined for a workload without scorecards. */
  facts(number: number): WorkloadFacts | undefined {
    return this.#facts[number];
  }

  coded(field: CodedField): CodedFacts {
    return {
      values: this.#fields.get(field)!.values,
      codes: this.#fieldCodes.get(field)!,
    };
  }

  /**
   * By number, the place of the title of each workload among all of them; equal
   * titles share one.
   */
  get titleRanks(): Int32Array {
    this.#titleRanks ??= this.#rankTitles();
    return this.#titleRanks;
  }

  #rankTitles(): Int32Array {
    const titleOf = (number: number) => this.#facts[number]!.titleSort;
    const numbers = [...this.#facts.keys()]
      .filter(number => this.#facts[number] !== undefined)
      .sort(
        (a, b) =>
          Number(titleOf(a) > titleOf(b)) || -Number(titleOf(a) < titleOf(b)),
      );
    const ranks = new Int32Array(this.size);
    numbers.forEach((number, index) => {
      const before = numbers[index - 1];
      ranks[number] =
        index > 0 && titleOf(before) === titleOf(number)
          ? ranks[before]
          : index;
    });
    return ranks;
  }

  /** Tags of workloads; one that has none has null. */
  get tags(): {
    values: readonly (string | null)[];
    codes: readonly (readonly number[])[];
  } {
    return { values: this.#tags.values, codes: this.#tagCodes };
  }

  /** Replaces the facts of all workloads. */
  replaceAll(facts: Iterable<WorkloadFacts>): void {
    this.#facts = [];
    this.#titleRanks = undefined;
    for (const fact of facts) {
      this.#set(fact);
    }
  }

  /** Replaces the facts of some; those without any have none any more. */
  replace(ids: Iterable<string>, facts: Iterable<WorkloadFacts>): void {
    const left = new Set(ids);
    for (const fact of facts) {
      this.#set(fact);
      left.delete(fact.workloadId);
    }
    for (const id of left) {
      this.#facts[this.numberOf(id)] = undefined;
    }
  }

  #set(facts: WorkloadFacts): void {
    const number = this.numberOf(facts.workloadId);
    if (this.#facts[number]?.titleSort !== facts.titleSort) {
      this.#titleRanks = undefined;
    }
    this.#facts[number] = facts;
    for (const field of FIELDS) {
      const code = this.#fields.get(field)!.of(facts[field]);
      this.#fieldCodes.get(field)![number] = code;
    }
    const tags = facts.tags.length === 0 ? [null] : facts.tags;
    this.#tagCodes[number] = tags.map(tag => this.#tags.of(tag));
  }
}
