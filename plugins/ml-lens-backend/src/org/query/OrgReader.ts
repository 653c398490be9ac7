/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import type { Clock } from '../../clock';
import type { Access } from '../../auth/Access';
import type { CallerCredentials } from '../../auth/caller';
import type { LensService } from '../../lenses/LensService';
import type { Freshness } from '../../reviews/Freshness';
import { layoutOf } from '../../reviews/projection/practiceStates';
import { orgVersion } from '../../workloads/orgChanges';
import { dayOf } from './days';
import { OrgAnswers } from './OrgAnswers';
import { checkLength, OrgFilters } from './orgFilters';
import { GapPosition, OrgScope } from './OrgSource';

/** Reads scorecards of the whole organisation as a caller may see them. */
export class OrgReader {
  readonly knex: Knex;
  readonly lenses: Pick<LensService, 'compiled' | 'publishedVersions'>;
  readonly #access: Pick<Access, 'listFilter' | 'readableEntities'>;
  readonly #freshness: Freshness;
  readonly #answers: OrgAnswers;
  readonly #clock: Clock;

  constructor(options: {
    clock: Clock;
    knex: Knex;
    access: Pick<Access, 'listFilter' | 'readableEntities'>;
    lenses: Pick<LensService, 'compiled' | 'publishedVersions'>;
    freshness: Freshness;
  }) {
    this.#clock = options.clock;
    this.knex = options.knex;
    this.lenses = options.lenses;
    this.#access = options.access;
    this.#freshness = options.freshness;
    this.#answers = new OrgAnswers(() => orgVersion(this.knex));
  }

  /**
   * What the caller may see of what is asked for.
   *
   * @param at - an instant with any offset; undefined for now
   * @throws InputError for practices that are not named as they must be
   */
  async scope(
    filters: OrgFilters,
    at: string | undefined,
    credentials: CallerCredentials,
  ): Promise<OrgScope> {
    checkLength(filters);
    return {
      filters,
      access: await this.#access.listFilter(credentials),
      now: this.#clock(),
      at: at === undefined ? undefined : new Date(at).toISOString(),
      freshness: this.#freshness,
      ...(filters.gap && { gaps: await this.#positionsOf(filters.gap) }),
    };
  }

  /**
   * An answer made from the scorecards of a scope and nothing else, kept until
   * scorecards change or a day begins. Must not be changed by who gets it.
   *
   * @param asked - what is asked beside the scope, as JSON
   */
  async answer<T extends object>(
    scope: OrgScope,
    asked: unknown[],
    answer: () => Promise<T>,
  ): Promise<T> {
    const { filters, at, now, access } = scope;
    if (filters.due !== undefined) {
      // Reviews become due at any moment.
      return await answer();
    }
    const today = dayOf(now);
    const key = JSON.stringify([today, asked, filters, at, access?.key]);
    return await this.#answers.get(
      createHash('sha256').update(key).digest('base64'),
      answer,
    );
  }

  /**
   * Rows that name only entities the caller may read: who sees a workload by
   * one of its members need not see the one that stands for it.
   */
  async readable<Row extends { entityRef: string | null }>(
    rows: readonly Row[],
    credentials: CallerCredentials,
  ): Promise<Row[]> {
    const refs = new Set(rows.flatMap(({ entityRef }) => entityRef ?? []));
    const readable = await this.#access.readableEntities(
      [...refs],
      credentials,
    );
    return rows.map(row =>
      row.entityRef === null || readable.has(row.entityRef)
        ? row
        : { ...row, entityRef: null },
    );
  }

  /** Batches of rows as {@link OrgReader.readable} gives them. */
  async *readableBatches<Row extends { entityRef: string | null }>(
    batches: AsyncIterable<Row[]>,
    credentials: CallerCredentials,
  ): AsyncGenerator<Row[]> {
    for await (const rows of batches) {
      yield await this.readable(rows, credentials);
    }
  }

  /** Where practices are, in every version of their lenses. */
  async #positionsOf(names: string[]): Promise<GapPosition[]> {
    const positions: GapPosition[] = [];
    for (const name of names) {
      const [lensId, questionId, choiceId, ...more] = name.split('/');
      if (!choiceId || more.length > 0) {
        throw new InputError(
          `Invalid query: gap: '${name}' is not a lens, a question and a choice, as aws-ml-lens/ML-01/ML-01-a`,
        );
      }
      for (const version of await this.lenses.publishedVersions(lensId)) {
        const lens = await this.lenses.compiled(lensId, version);
        const practice = layoutOf(lens).practices.find(
          ({ question, choiceId: id }) =>
            question.id === questionId && id === choiceId,
        );
        if (practice) {
          positions.push({ lensId, version, at: practice.at });
        }
      }
    }
    return positions;
  }
}
