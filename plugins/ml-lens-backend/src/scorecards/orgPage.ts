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
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FigureColumns } from '../database';
import { decodeCursor, encodeCursor } from '../database/cursor';
import { now, toNumber } from '../database/sql';
import { fromFigureColumns, unpackScopes } from '../reviews/figures';
import type { StoredPhases } from '../reviews/projection';
import { OrgScope, OrgSource } from './OrgSource';

/** A page of the org list. */
export interface OrgPageRequest extends OrgScope {
  /** `score` ascending, `-score` descending. */
  sort: string;
  cursor: string | undefined;
  limit: number;
}

/** No database text holds NUL. */
const cursorText = z.string().refine(value => !value.includes('\u0000'));

const cursorSchema = z.object({
  /** What the cursor belongs to. */
  list: z.string(),
  direction: z.enum(['next', 'previous']),
  /** Sort value and id of the row the page lies next to. */
  value: z.union([cursorText, z.number(), z.null()]),
  id: cursorText,
});
type Cursor = z.infer<typeof cursorSchema>;

/** A row as selected, with the value it is sorted by. */
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
  sort_value: string | number | null;
}

/** Where a sort field is, and whether rows may have no value. */
interface SortColumn {
  expression: string;
  type: 'text' | 'integer' | 'real';
  nullable: boolean;
}

/**
 * One page of scorecards. Pages lie next to the row their cursor names, so
 * rows that come and go elsewhere move nothing. Rows without a sort value come
 * last whichever the direction; rows with equal values are ordered by id.
 *
 * @throws InputError for a cursor of another list
 */
export async function queryOrgPage(
  knex: Knex,
  request: OrgPageRequest,
): Promise<OrgPage> {
  const source = new OrgSource(knex, request);
  const descending = request.sort.startsWith('-');
  const column = sortColumn(
    source,
    (descending ? request.sort.slice(1) : request.sort) as OrgSortField,
  );
  const list = listKey(request);
  const cursor =
    request.cursor === undefined
      ? undefined
      : decodeCursor(request.cursor, cursorSchema);
  if (cursor && (cursor.list !== list || !fits(cursor.value, column))) {
    throw new InputError(
      'Invalid query: cursor: belongs to a list with other filters or another order',
    );
  }
  const backwards = cursor?.direction === 'previous';
  const found = await fetchRows(knex, source, {
    column,
    ascending: descending === backwards,
    backwards,
    cursor,
    limit: request.limit + 1,
  });
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (backwards) {
    rows.reverse();
  }
  const [{ count }] = await source.query().count({ count: '*' });

  const cursorAt = (
    row: SelectedRow | undefined,
    direction: Cursor['direction'],
  ) =>
    row &&
    encodeCursor({
      list,
      direction,
      value: row.sort_value,
      id: row.review_id,
    } satisfies Cursor);
  const nextCursor =
    backwards || more ? cursorAt(rows.at(-1), 'next') : undefined;
  const prevCursor = (backwards ? more : cursor !== undefined)
    ? cursorAt(rows.at(0), 'previous')
    : undefined;
  const today = (request.at ?? now()).slice(0, 'YYYY-MM-DD'.length);
  return {
    items: rows.map(row => toOrgRow(row, today)),
    totalItems: toNumber(count),
    pageInfo: {
      ...(nextCursor !== undefined && { nextCursor }),
      ...(prevCursor !== undefined && { prevCursor }),
    },
  };
}

/**
 * Rows with a value and rows without one are two runs, each in the order of an
 * index; a page begins in one and may go on in the other.
 */
async function fetchRows(
  knex: Knex,
  source: OrgSource,
  options: {
    column: SortColumn;
    ascending: boolean;
    backwards: boolean;
    cursor: Cursor | undefined;
    limit: number;
  },
): Promise<SelectedRow[]> {
  const { column, ascending, backwards, cursor, limit } = options;
  const order = ascending ? 'asc' : 'desc';
  const beyond = ascending ? '>' : '<';

  const valued = async (rest: number): Promise<SelectedRow[]> => {
    const query = selectRows(knex, source, column)
      .orderByRaw(`${column.expression} ${order}`)
      .orderBy('s.review_id', order)
      .limit(rest);
    if (column.nullable) {
      query.whereRaw(`${column.expression} is not null`);
    }
    if (cursor && cursor.value !== null) {
      query.whereRaw(`(${column.expression}, s.review_id) ${beyond} (?, ?)`, [
        cursor.value,
        cursor.id,
      ]);
    }
    return await query;
  };
  const valueless = async (rest: number): Promise<SelectedRow[]> => {
    const query = selectRows(knex, source, column)
      .whereRaw(`${column.expression} is null`)
      .orderBy('s.review_id', order)
      .limit(rest);
    if (cursor && cursor.value === null) {
      query.where('s.review_id', beyond, cursor.id);
    }
    return await query;
  };

  const runs = column.nullable ? [valued, valueless] : [valued];
  if (backwards) {
    runs.reverse();
  }
  if (cursor) {
    const begun = cursor.value === null ? valueless : valued;
    runs.splice(0, runs.indexOf(begun));
  }
  const rows: SelectedRow[] = [];
  for (const run of runs) {
    if (rows.length < limit) {
      rows.push(...(await run(limit - rows.length)));
    }
  }
  return rows;
}

function selectRows(
  knex: Knex,
  source: OrgSource,
  column: SortColumn,
): Knex.QueryBuilder {
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
        'level',
        'scopes',
        'phases',
      ].map(name => source.figure(name)),
      knex.raw('? as row_updated_at', [source.updatedAt()]),
      knex.raw(`${column.expression} as sort_value`),
    ]);
}

function sortColumn(source: OrgSource, field: OrgSortField): SortColumn {
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
  if (!ORG_SORT_FIELDS.includes(field)) {
    throw new InputError(
      `Invalid query: sort: must be one of ${ORG_SORT_FIELDS.join(', ')}`,
    );
  }
  return columns[field];
}

/** Whether a value can be one of the column's. */
function fits(value: Cursor['value'], column: SortColumn): boolean {
  switch (typeof value) {
    case 'string':
      return column.type === 'text';
    case 'number':
      return (
        column.type === 'real' ||
        (column.type === 'integer' && z.int32().safeParse(value).success)
      );
    default:
      return column.nullable;
  }
}

/** Tells lists apart; what the caller may see is no part of it. */
function listKey({ sort, filters, at }: OrgPageRequest): string {
  const sorted = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].sort() : value,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([sort, at ?? null, sorted]))
    .digest('base64url')
    .slice(0, 16);
}

function toOrgRow(row: SelectedRow, today: string): OrgRow {
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
  };
}
