/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { MlLensWorkloadResource } from '@ml-lens/backstage-plugin-ml-lens-node';

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
}

/** Workloads by number: what is asked of each is asked once, for all its rows. */
export class Workloads {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  #facts: (WorkloadFacts | undefined)[] = [];

  /** How many numbers there are; each stays that of its workload. */
  get size(): number {
    return this.#ids.length;
  }

  numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#ids.push(id) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }

  /** Undefined for a workload without scorecards. */
  facts(number: number): WorkloadFacts | undefined {
    return this.#facts[number];
  }

  /** Replaces the facts of all workloads. */
  replaceAll(facts: Iterable<WorkloadFacts>): void {
    this.#facts = [];
    for (const fact of facts) {
      this.#facts[this.numberOf(fact.workloadId)] = fact;
    }
  }

  /** Replaces the facts of some; those without any have none any more. */
  replace(ids: Iterable<string>, facts: Iterable<WorkloadFacts>): void {
    for (const id of ids) {
      this.#facts[this.numberOf(id)] = undefined;
    }
    for (const fact of facts) {
      this.#facts[this.numberOf(fact.workloadId)] = fact;
    }
  }
}
