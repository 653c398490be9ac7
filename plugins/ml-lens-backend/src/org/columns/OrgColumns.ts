// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { LensService } from '../../lenses/LensService';
import { Codes } from './Codes';
import { FollowedFigures, type FigureTables } from './FollowedFigures';
import { readDays, readNow } from './readFigures';
import { readAt } from './readPast';
import { Workloads } from './Workloads';

/** Instants of the past that are held at once, and for how long after use. */
const PAST = { max: 3, ttl: 10 * 60_000 };

/** Scorecards in memory, and the workloads they are of. */
export interface OrgView {
  workloads: Workloads;
  /** Names of levels, as all tables number them. */
  levels: readonly string[];
  tables: FigureTables;
}

/**
 * The organisation in the memory of this backend: its scorecards as they are,
 * at the end of each day, and as they were at instants somebody asks for. What
 * it gives is as new as the last change committed before it was asked, and good
 * until something is awaited.
 */
export class OrgColumns {
  readonly #workloads = new Workloads();
  readonly #levels = new Codes();
  readonly #now: FollowedFigures;
  readonly #days: FollowedFigures;
  readonly #past = new LRUCache<string, FollowedFigures>({
    ...PAST,
    updateAgeOnGet: true,
  });

  constructor(
    private readonly deps: {
      knex: Knex;
      lenses: Pick<LensService, 'compiled' | 'levels'>;
    },
  ) {
    const shared = this.#shared();
    this.#now = new FollowedFigures({
      ...shared,
      read: readNow,
      kind: { details: true },
      describes: true,
    });
    this.#days = new FollowedFigures({
      ...shared,
      read: readDays,
      kind: { details: false },
    });
  }

  /**
   * Reads what changed before anybody asks for it, and forgets the instants of
   * the past that nobody asks for any more.
   */
  async keepUp(): Promise<void> {
    this.#past.purgeStale();
    await this.#now.tables();
    await this.#days.tables();
  }

  /** Bytes of all figures that are held. */
  get bytes(): number {
    return [this.#now, this.#days, ...this.#past.values()].reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    );
  }

  /** The scorecards as they are. */
  async now(): Promise<OrgView> {
    return this.#view(await this.#now.tables());
  }

  /**
   * The scorecards as they were at an instant; their workloads are as they are.
   *
   * @param lenses - only those with these lenses
   */
  async at(at: string, lenses?: readonly string[]): Promise<OrgView> {
    const key = JSON.stringify([at, lenses && [...lenses].sort()]);
    const past =
      this.#past.get(key) ??
      new FollowedFigures({
        ...this.#shared(),
        read: readAt(this.deps.lenses, at, lenses),
        kind: { details: true },
      });
    this.#past.set(key, past);
    const [tables] = await Promise.all([past.tables(), this.#now.tables()]);
    return this.#view(tables);
  }

  /** The scorecards at the end of each day, beside those of now. */
  async days(): Promise<{ days: OrgView; now: OrgView }> {
    const [days, now] = await Promise.all([
      this.#days.tables(),
      this.#now.tables(),
    ]);
    return { days: this.#view(days), now: this.#view(now) };
  }

  #view(tables: FigureTables): OrgView {
    return {
      workloads: this.#workloads,
      levels: this.#levels.values,
      tables,
    };
  }

  #shared() {
    return {
      ...this.deps,
      workloads: this.#workloads,
      levels: this.#levels,
    };
  }
}
