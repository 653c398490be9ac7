/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import { OrgScope, OrgSource } from './OrgSource';

/** Values of one filter with the number of scorecards that have them. */
export type Facets = Record<string, { value: string; count: number }[]>;

const COLUMNS = {
  owner: 's.owner_ref',
  system: 's.system_ref',
  domain: 's.domain_ref',
  lifecycle: 's.lifecycle',
  level: 's.level',
} as const;

/**
 * The values each filter can take for the caller, most frequent first. The
 * lenses are those there are, whichever are asked for.
 */
export async function queryFacets(
  knex: Knex,
  scope: OrgScope,
): Promise<Facets> {
  const query = (lens: string[] | undefined) =>
    new OrgSource(knex, { ...scope, filters: { lens } }).query();
  const facets: Facets = {
    lens: await facet(knex, query(undefined), 's.lens_id'),
  };
  for (const [name, column] of Object.entries(COLUMNS)) {
    facets[name] = await facet(knex, query(scope.filters.lens), column);
  }
  facets.tag = await facet(
    knex,
    query(scope.filters.lens).join(
      'workload_tags as t',
      't.workload_id',
      's.workload_id',
    ),
    't.tag',
  );
  return facets;
}

async function facet(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
): Promise<{ value: string; count: number }[]> {
  const rows = await query
    .whereNotNull(column)
    .select({ value: column, count: knex.raw('count(*)') })
    .groupBy(column)
    .orderByRaw('count(*) desc')
    .orderBy(column);
  return rows.map(({ value, count }: { value: string; count: unknown }) => ({
    value,
    count: toNumber(count),
  }));
}
