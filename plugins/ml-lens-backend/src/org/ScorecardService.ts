/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  OrgGroupBy,
  OrgPage,
  Summary,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import { Facets, queryFacets } from './query/facets';
import { OrgFilters } from './query/orgFilters';
import { queryOrgPage } from './query/orgPage';
import { OrgReader } from './query/OrgReader';
import { querySummary } from './query/summary';

/** Scorecards across the organisation, as far as the caller may see them. */
export class ScorecardService {
  readonly #reader: OrgReader;

  constructor(options: { reader: OrgReader }) {
    this.#reader = options.reader;
  }

  /**
   * A page of scorecards.
   *
   * @throws InputError for filters that say nothing and cursors of other lists
   */
  async page(
    filters: OrgFilters,
    options: {
      sort: string;
      cursor?: string;
      limit: number;
      at?: string;
    },
    credentials: CallerCredentials,
  ): Promise<OrgPage> {
    const { sort, cursor, limit } = options;
    const scope = await this.#reader.scope(filters, options.at, credentials);
    const page = await this.#reader.answer(
      scope,
      ['page', sort, cursor, limit],
      () => queryOrgPage(this.#reader, { ...scope, sort, cursor, limit }),
    );
    return {
      ...page,
      items: await this.#reader.readable(page.items, credentials),
    };
  }

  /** Totals and roll-ups. */
  async summary(
    filters: OrgFilters,
    options: { groupBy?: OrgGroupBy; at?: string },
    credentials: CallerCredentials,
  ): Promise<Summary> {
    const { groupBy } = options;
    const scope = await this.#reader.scope(filters, options.at, credentials);
    return await this.#reader.answer(scope, ['summary', groupBy], () =>
      querySummary(this.#reader.knex, { ...scope, groupBy }),
    );
  }

  /** The values each filter can take. */
  async facets(
    options: { lens?: string[] },
    credentials: CallerCredentials,
  ): Promise<Facets> {
    const scope = await this.#reader.scope(
      { lens: options.lens },
      undefined,
      credentials,
    );
    return await this.#reader.answer(scope, ['facets'], () =>
      queryFacets(this.#reader.knex, scope),
    );
  }
}
