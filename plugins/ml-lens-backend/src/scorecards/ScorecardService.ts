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
import { Knex } from 'knex';
import type { Access } from '../access/Access';
import type { Freshness } from '../freshness/Freshness';
import type { CallerCredentials } from '../http/bind';
import { Facets, queryFacets } from './facets';
import { queryOrgPage } from './orgPage';
import { OrgFilters } from './OrgSource';
import { querySummary } from './summary';

/** Scorecards across the organisation, as far as the caller may see them. */
export class ScorecardService {
  readonly #knex: Knex;
  readonly #access: Access;

  readonly #freshness: Freshness;

  constructor(options: { knex: Knex; access: Access; freshness: Freshness }) {
    this.#knex = options.knex;
    this.#access = options.access;
    this.#freshness = options.freshness;
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
    return await queryOrgPage(this.#knex, {
      filters,
      access: await this.#access.listFilter(credentials),
      at: toInstant(options.at),
      freshness: this.#freshness,
      sort: options.sort,
      cursor: options.cursor,
      limit: options.limit,
    });
  }

  /** Totals and roll-ups. */
  async summary(
    filters: OrgFilters,
    options: { groupBy?: OrgGroupBy; at?: string },
    credentials: CallerCredentials,
  ): Promise<Summary> {
    return await querySummary(this.#knex, {
      filters,
      access: await this.#access.listFilter(credentials),
      at: toInstant(options.at),
      freshness: this.#freshness,
      groupBy: options.groupBy,
    });
  }

  /** The values each filter can take. */
  async facets(
    options: { lens?: string[] },
    credentials: CallerCredentials,
  ): Promise<Facets> {
    return await queryFacets(this.#knex, {
      access: await this.#access.listFilter(credentials),
      lens: options.lens,
      freshness: this.#freshness,
    });
  }
}

/** Instants as the tables hold them. */
function toInstant(at: string | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
