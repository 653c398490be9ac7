// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Sums that entries are added to, and taken away from. */
interface Sums {
  add(entry: number, times: 1 | -1): void;
}

/** What is known of the table that is summed up. */
interface SummedTable {
  workload: Int32Array;
  length: number;
  entriesOf(workload: number): readonly number[];
}

/** How many are held: of those who see all, and of some who see less. */
const MOST_HELD = 4;

/** How many others are remembered, in case they are asked for again. */
const MOST_REMEMBERED = 8;

/** With more workloads of another mind than this share, sums are others. */
const MOST_MOVED = 1 / 8;

/** Fewer workloads than this share are added up whenever somebody asks. */
const FEW = 1 / 8;

/**
 * Sums over the workloads that were asked for lately, and more than once. They
 * follow what comes into the table and leaves it, so that who asks again finds
 * them made.
 */
export class SumsOfKept<S extends Sums> {
  /** The one asked for last in front, as of those below. */
  #held: { kept: Uint8Array; sums: S }[] = [];
  #remembered: { kept: Uint8Array }[] = [];

  constructor(
    private readonly table: SummedTable,
    private readonly start: () => S,
  ) {}

  /** To be told of every entry that comes, or leaves where `times` is -1. */
  follow(entry: number, workload: number, times: 1 | -1): void {
    for (const { kept, sums } of this.#held) {
      if (kept[workload] === 1) {
        sums.add(entry, times);
      }
    }
  }

  /**
   * The sums over the entries of some workloads; good until others are asked
   * for or something is awaited.
   *
   * @param kept - 1 for each that is asked for, by number
   */
  of(kept: Uint8Array): S {
    return this.held(kept) ?? this.#sum(kept);
  }

  /**
   * {@link SumsOfKept.of} where they are held, or are from now on; undefined for
   * few workloads, and for those that nobody has asked for of late.
   */
  held(kept: Uint8Array): S | undefined {
    if (numberOf(kept) < FEW * kept.length) {
      return undefined;
    }
    const near = nearest(this.#held, kept);
    for (const workload of near?.workloads ?? []) {
      for (const entry of this.table.entriesOf(workload)) {
        near!.of.sums.add(entry, kept[workload] === 1 ? 1 : -1);
      }
    }
    if (!near && !nearest(this.#remembered, kept)) {
      this.#remembered = [{ kept }, ...this.#remembered].slice(
        0,
        MOST_REMEMBERED,
      );
      return undefined;
    }
    const sums = near?.of.sums ?? this.#sum(kept);
    this.#held = [
      { kept, sums },
      ...this.#held.filter(held => held.sums !== sums),
    ].slice(0, MOST_HELD);
    return sums;
  }

  #sum(kept: Uint8Array): S {
    const { workload, length } = this.table;
    const sums = this.start();
    for (let entry = 0; entry < length; entry++) {
      // Entries nobody uses have no workload.
      if (kept[workload[entry]] === 1) {
        sums.add(entry, 1);
      }
    }
    return sums;
  }
}

function numberOf(kept: Uint8Array): number {
  let number = 0;
  for (let workload = 0; workload < kept.length; workload++) {
    number += kept[workload];
  }
  return number;
}

/** Which of some that were asked for differs least, if one differs little. */
function nearest<T extends { kept: Uint8Array }>(
  asked: readonly T[],
  kept: Uint8Array,
): { of: T; workloads: number[] } | undefined {
  const most = MOST_MOVED * kept.length;
  return asked
    .flatMap(one => {
      const workloads = moved(one.kept, kept, most);
      return workloads ? [{ of: one, workloads }] : [];
    })
    .sort((a, b) => a.workloads.length - b.workloads.length)
    .at(0);
}

/** Workloads that are asked for of late, or no more; undefined for too many. */
function moved(
  before: Uint8Array,
  after: Uint8Array,
  most: number,
): number[] | undefined {
  const workloads: number[] = [];
  const length = Math.max(before.length, after.length);
  for (let workload = 0; workload < length; workload++) {
    if ((before[workload] === 1) !== (after[workload] === 1)) {
      workloads.push(workload);
      if (workloads.length > most) {
        return undefined;
      }
    }
  }
  return workloads;
}
