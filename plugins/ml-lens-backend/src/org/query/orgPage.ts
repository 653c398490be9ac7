/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { InputError } from '@backstage/errors';
import {
  ORG_SORT_FIELDS,
  OrgPage,
  OrgRow,
  OrgSortField,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import {
  keysetBatches,
  KeysetList,
  keysetPage,
  KeysetRow,
  listKeyOf,
  SortColumn,
} from '../../database/keyset';
import type { Freshness } from '../../reviews/Freshness';
import {
  fromFigureColumns,
  unpackScopes,
} from '../../reviews/projection/figures';
import type { StoredPhases } from '../../reviews/projection/projection';
import { FigureColumns } from '../../reviews/rows';
import { dayOf } from './days';
import type { OrgReader } from './OrgReader';
import { OrgScope, OrgSource } from './OrgSource';

/** The org list in one order. */
export interface OrgListRequest extends OrgScope {
  /** `score` ascending, `-score` descending. */
  sort: string;
}

/** A page of the org list. */
export interface OrgPageRequest extends OrgListRequest {
  cursor: string | undefined;
  limit: number;
}

/** A row as selected. */
interface SelectedRow extends FigureColumns {
  review_id: string;
  workload_id: string;
  lens_id: string;
  lens_version: string;
  primary_entity_ref: string | null;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lifecycle: string | null;
  tags: string;
  orphaned: boolean | 0 | 1;
  level: string;
  scopes: string;
  phases: string;
  row_updated_at: string | null;
  answered_at: string | null;
}

/**
 * One page of scorecards. Rows without a sort value come last whichever the
 * direction; rows with equal values are ordered by id.
 *
 * @throws InputError for a cursor of another list
 */
export async function queryOrgPage(
  reader: OrgReader,
  request: OrgPageRequest,
): Promise<OrgPage> {
  const { knex } = reader;
  const { sort, at, filters, cursor, limit } = request;
  const source = new OrgSource(knex, request);
  const { rows, pageInfo } = await keysetPage(orgList(knex, source, sort), {
    key: listKeyOf([sort, at ?? null], filters),
    cursor,
    limit,
  });
  return {
    items: await readRows(knex, request, rows),
    // Counted once for all pages, in whichever order.
    ...(await reader.answer(request, ['count'], async () => ({
      totalItems: await source.count(),
    }))),
    pageInfo,
  };
}

/** Every scorecard of the list in batches, for files. */
export async function* queryOrgRows(
  knex: Knex,
  request: OrgListRequest,
  batchSize: number,
): AsyncGenerator<OrgRow[]> {
  const list = orgList(knex, new OrgSource(knex, request), request.sort);
  for await (const rows of keysetBatches(list, batchSize)) {
    yield await readRows(knex, request, rows);
  }
}

/**
 * The scorecards of a source, in an order. Only ids and sort values: a sort
 * must not carry the wide rows along.
 */
function orgList(knex: Knex, source: OrgSource, sort: string): KeysetList {
  const descending = sort.startsWith('-');
  const column = sortColumn(source, descending ? sort.slice(1) : sort);
  return {
    select: () =>
      source.query().select({
        row_id: 's.review_id',
        sort_value: knex.raw(column.expression),
      }),
    column,
    id: 's.review_id',
    descending,
  };
}

/** The rows of a page; one that has gone in between is left out. */
async function readRows(
  knex: Knex,
  request: OrgScope,
  page: readonly KeysetRow[],
): Promise<OrgRow[]> {
  // The ids are of rows the caller may see and the filters leave: asking again
  // would only keep the database from going by the ids.
  const source = new OrgSource(knex, {
    ...request,
    filters: {},
    access: undefined,
  });
  const rows: SelectedRow[] = await selectRows(knex, source).whereIn(
    's.review_id',
    page.map(({ row_id: id }) => id),
  );
  const byId = new Map(rows.map(row => [row.review_id, row]));
  const today = dayOf(request.at ?? request.now);
  return page.flatMap(({ row_id: id }) => {
    const row = byId.get(id);
    return row ? [toOrgRow(row, today, request.freshness)] : [];
  });
}

function selectRows(knex: Knex, source: OrgSource): Knex.QueryBuilder {
  return source
    .query()
    .select([
      's.review_id',
      's.workload_id',
      's.lens_id',
      's.primary_entity_ref',
      's.title',
      's.owner_ref',
      's.system_ref',
      's.domain_ref',
      's.lifecycle',
      's.tags',
      's.orphaned',
      ...[
        'lens_version',
        'score',
        'coverage',
        'high',
        'medium',
        'none',
        'unanswered',
        'not_applicable',
        'practices_in_place',
        'practices_applicable',
        'level',
        'scopes',
        'phases',
        'answered_at',
      ].map(name => source.figure(name)),
      knex.raw('? as row_updated_at', [source.updatedAt()]),
    ]);
}

/**
 * Where a sort field is.
 *
 * @throws InputError for anything else
 */
export function sortColumn(source: OrgSource, field: string): SortColumn {
  const text = (expression: string, nullable: boolean): SortColumn => ({
    expression,
    type: 'text',
    nullable,
  });
  const number = (
    name: string,
    type: 'integer' | 'real',
    nullable: boolean,
  ): SortColumn => ({ expression: source.figure(name), type, nullable });
  const columns: Record<OrgSortField, SortColumn> = {
    title: text('s.title_sort', false),
    owner: text('s.owner_ref', true),
    system: text('s.system_ref', true),
    domain: text('s.domain_ref', true),
    lifecycle: text('s.lifecycle', true),
    score: number('score', 'integer', true),
    coverage: number('coverage', 'real', false),
    level: number('level_rank', 'integer', true),
    high: number('high', 'integer', false),
    updatedAt: text(source.updatedAt().toQuery(), true),
  };
  const known = ORG_SORT_FIELDS.find(name => name === field);
  if (!known) {
    throw new InputError(
      `Invalid query: sort: must be one of ${ORG_SORT_FIELDS.join(', ')}`,
    );
  }
  return columns[known];
}

function toOrgRow(
  row: SelectedRow,
  today: string,
  freshness: Freshness,
): OrgRow {
  const { pillars, phases } = unpackScopes(row.scopes);
  const stored: StoredPhases = JSON.parse(row.phases);
  return {
    workloadId: row.workload_id,
    entityRef: row.primary_entity_ref,
    title: row.title,
    owner: row.owner_ref,
    system: row.system_ref,
    domain: row.domain_ref,
    lifecycle: row.lifecycle,
    tags: JSON.parse(row.tags),
    orphaned: Boolean(row.orphaned),
    retired: freshness.isRetired(row.lifecycle),
    lens: { id: row.lens_id, version: row.lens_version },
    ...fromFigureColumns(row),
    level: row.level,
    pillars: Object.fromEntries(pillars.map(({ id, score }) => [id, score])),
    phases: Object.fromEntries(
      phases.map(({ id, score }) => {
        const { status, targetDate } = stored[id];
        const late =
          targetDate !== null && status !== 'COMPLETE' && targetDate < today;
        return [id, { status, score, targetDate, late }];
      }),
    ),
    updatedAt: row.row_updated_at,
    dueAt: freshness.dueAt(row.answered_at, row.lifecycle),
  };
}
