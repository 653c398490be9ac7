// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Stands for no workload, and no entry. */
export const FREE = -1;

const FIRST_CAPACITY = 64;

/**
 * Which entries of columns are in use, and which workload each is of. Entries
 * that are given back are used again, so that columns grow with what they hold.
 */
export class Slots {
  #capacity = 0;
  #used = 0;
  /** The first entry of each workload, and the one after each entry. */
  readonly #first = new Map<number, number>();
  readonly #next: number[] = [];
  readonly #free: number[] = [];

  /**
   * @param resize - told when there must be room for more entries
   */
  constructor(private readonly resize: (capacity: number) => void) {}

  /** Entries up to here have been in use. */
  get length(): number {
    return this.#used;
  }

  /** An entry for a workload. */
  take(workload: number): number {
    const entry = this.#free.pop() ?? this.#claim();
    this.#next[entry] = this.#first.get(workload) ?? FREE;
    this.#first.set(workload, entry);
    return entry;
  }

  /** Gives back the entries of a workload. */
  release(workload: number): number[] {
    const entries = this.of(workload);
    this.#free.push(...entries);
    this.#first.delete(workload);
    return entries;
  }

  /** The entry its workload took just before an entry. */
  previous(entry: number): number | undefined {
    const previous = this.#next[entry];
    return previous === FREE ? undefined : previous;
  }

  /** The entries of a workload. */
  of(workload: number): number[] {
    const entries: number[] = [];
    for (
      let entry = this.#first.get(workload) ?? FREE;
      entry !== FREE;
      entry = this.#next[entry]
    ) {
      entries.push(entry);
    }
    return entries;
  }

  #claim(): number {
    if (this.#used === this.#capacity) {
      this.#capacity = Math.max(
        FIRST_CAPACITY,
        Math.ceil(this.#capacity * 1.5),
      );
      this.resize(this.#capacity);
    }
    this.#used += 1;
    return this.#used - 1;
  }
}
