// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { inSnapshot } from '../../database/transaction';
import type { LensService } from '../../lenses/LensService';
import {
  changesSince,
  type OrgPosition,
  orgPosition,
  samePosition,
} from '../../workloads/orgChanges';
import type { Codes } from './Codes';
import type { TableKind } from './FigureRow';
import { FigureTable } from './FigureTable';
import type { FigureBatch, ReadFigures, ReadScorecards } from './readFigures';
import type { WorkloadFacts, Workloads } from './Workloads';

/** With more changed workloads than this share, all are read anew. */
const MOST_CHANGED = 0.5;

/** The scorecards of an organisation, one table for each lens version. */
export type FigureTables = readonly FigureTable[];

/**
 * Scorecards in memory that follow the database: whoever asks gets them as new
 * as the last change that was committed before, whichever backend made it.
 * What changed is read, all of it from one snapshot of the database.
 */
export class FollowedFigures {
  #tables = new Map<string, FigureTable>();
  #position: OrgPosition | undefined;
  /** Reading what is new; who asks meanwhile may come too late for it. */
  #running: Promise<void> = Promise.resolve();
  /** Begins when that has ended; for all who ask meanwhile. */
  #next: Promise<void> | undefined;

  constructor(
    private readonly deps: {
      knex: Knex;
      lenses: Pick<LensService, 'compiled'>;
      workloads: Workloads;
      levels: Codes;
      read: ReadScorecards;
      kind: TableKind;
      /** Whether what is read says what workloads are. */
      describes?: boolean;
    },
  ) {}

  /** Bytes of all tables. */
  get bytes(): number {
    return [...this.#tables.values()].reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    );
  }

  /** The tables; good until something is awaited. */
  async tables(): Promise<FigureTables> {
    this.#next ??= this.#after(this.#running);
    await this.#next;
    return [...this.#tables.values()];
  }

  async #after(running: Promise<void>): Promise<void> {
    // Whether the one before could read is not our question.
    await running.catch(() => {});
    const reading = this.#catchUp();
    this.#running = reading;
    this.#next = undefined;
    await reading;
  }

  async #catchUp(): Promise<void> {
    const { knex, workloads } = this.deps;
    const position = this.#position;
    let changed = position && (await this.#changes(knex, position));
    if (position && changed?.moved) {
      // Something was committed in between: once more, as of one moment.
      changed = await inSnapshot(knex, tx => this.#changes(tx, position));
    }
    if (!changed) {
      await this.#readAll();
      return;
    }
    const { ids, latest } = changed;
    const figures = [
      ...changed.figures,
      ...(await finished(changed.unfinished)),
    ];
    await this.#addVersions(this.#tables, figures);
    // From here on nothing is awaited: nobody sees a part of a change.
    if (this.deps.describes) {
      workloads.replace(ids, changed.workloads);
    }
    for (const id of ids) {
      const number = workloads.numberOf(id);
      this.#tables.forEach(table => table.remove(number));
    }
    figures.forEach(row => this.#put(this.#tables, row));
    this.#position = latest;
  }

  /**
   * What changed since a position, and whether more did while it was read;
   * undefined where all must be read anew.
   */
  async #changes(knex: Knex, position: OrgPosition) {
    const { latest, ids } = await changesSince(knex, position);
    if (!ids || ids.length > MOST_CHANGED * this.deps.workloads.size) {
      return undefined;
    }
    const figures: ReadFigures[] = [];
    const workloads: WorkloadFacts[] = [];
    const unfinished: FigureBatch['later'][] = [];
    let moved = false;
    for await (const batch of this.deps.read(knex, ids)) {
      figures.push(...batch.figures);
      workloads.push(...(batch.workloads ?? []));
      unfinished.push(batch.later);
      moved ||= !samePosition(latest, batch.position);
    }
    return { latest, ids, figures, workloads, unfinished, moved };
  }

  async #readAll(): Promise<void> {
    const { knex, read, workloads, describes } = this.deps;
    const tables = new Map<string, FigureTable>();
    await this.#addVersions(tables, await versionsInUse(knex));
    const facts: WorkloadFacts[] = [];
    // Of versions nobody uses now: they may have to be read from the database,
    // and SQLite has no connection beside that of the snapshot.
    const later: ReadFigures[] = [];
    const unfinished: FigureBatch['later'][] = [];
    const position = await inSnapshot(knex, async tx => {
      const latest = await orgPosition(tx);
      for await (const batch of read(tx)) {
        facts.push(...(batch.workloads ?? []));
        unfinished.push(batch.later);
        for (const row of batch.figures) {
          if (!this.#put(tables, row)) {
            later.push(row);
          }
        }
      }
      return latest;
    });
    later.push(...(await finished(unfinished)));
    await this.#addVersions(tables, later);
    later.forEach(row => this.#put(tables, row));
    if (describes) {
      workloads.replaceAll(facts);
    }
    this.#tables = tables;
    this.#position = position;
  }

  /** Puts a row in its table; false where there is none yet. */
  #put(tables: Map<string, FigureTable>, row: ReadFigures): boolean {
    const table = tables.get(nameOf(row));
    table?.add(row, this.deps.workloads.numberOf(row.workloadId));
    return table !== undefined;
  }

  /** Sees to it that there is a table for each of the lens versions. */
  async #addVersions(
    tables: Map<string, FigureTable>,
    versions: Iterable<LensVersion>,
  ): Promise<void> {
    for (const row of versions) {
      if (!tables.has(nameOf(row))) {
        const lens = await this.deps.lenses.compiled(row.lensId, row.version);
        tables.set(
          nameOf(row),
          new FigureTable(lens, this.deps.levels, this.deps.kind),
        );
      }
    }
  }
}

type LensVersion = Pick<ReadFigures, 'lensId' | 'version'>;

function nameOf({ lensId, version }: LensVersion): string {
  return `${lensId}/${version}`;
}

async function versionsInUse(knex: Knex): Promise<LensVersion[]> {
  return await knex('reviews').distinct({
    lensId: 'lens_id',
    version: 'lens_version',
  });
}

async function finished(
  unfinished: readonly FigureBatch['later'][],
): Promise<ReadFigures[]> {
  const parts = await Promise.all(
    unfinished.map(async later => await later?.()),
  );
  return parts.flatMap(part => part ?? []);
}
