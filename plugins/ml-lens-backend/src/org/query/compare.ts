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
import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { LensService } from '../../lenses/LensService';
import { columnsOf, lensesInUse, ScopeColumn } from './columns';
import { OrgScope, OrgSource } from './OrgSource';
import { FiguresByGroup, scopeFigures } from './scopeFigures';
import { emptyRollup, rollups } from './summary';

/** What is compared. */
export type CompareBy = 'workload' | 'owner' | 'system' | 'domain';

/** One side of a comparison. */
export interface ComparedItem extends Rollup {
  key: string;
  title: string | null;
  pillars: Record<string, number | null>;
  phaseScores: Record<string, number | null>;
}

const MIN_KEYS = 2;
const MAX_KEYS = 6;

/**
 * Workloads or groups side by side, in the order asked for. One there is none
 * of, or that is hidden, counts no workload.
 *
 * @throws InputError unless two to six different keys are given
 */
export async function queryComparison(
  knex: Knex,
  lensService: Pick<LensService, 'compiled'>,
  request: Omit<OrgScope, 'filters'> & {
    lens: string;
    by: CompareBy;
    keys: readonly string[];
  },
): Promise<ComparedItem[]> {
  const { lens, by } = request;
  const asked = [...new Set(request.keys)];
  if (
    asked.length < MIN_KEYS ||
    asked.length > MAX_KEYS ||
    asked.includes('')
  ) {
    throw new InputError(
      `Invalid query: key: name ${MIN_KEYS} to ${MAX_KEYS} different ${by}s`,
    );
  }
  const stored = (key: string) =>
    by === 'workload' ? key : key.toLocaleLowerCase('en-US');
  const source = new OrgSource(knex, {
    ...request,
    filters: { lens: [lens], [by]: asked },
    onlyActive: true,
  });
  const groups = await rollups(knex, source, by);
  const lenses = await lensesInUse(knex, source, lensService);
  const scoresOf = async (kind: 'pillar' | 'phase') => {
    const columns = columnsOf(lenses, kind);
    const figures = await scopeFigures(knex, source, {
      groupBy: by,
      keys: asked.map(stored),
      columns,
      lenses,
    });
    return { columns, figures };
  };
  const pillars = await scoresOf('pillar');
  const phases = await scoresOf('phase');
  const titles = by === 'workload' ? await titlesOf(source) : new Map();
  return asked.map(key => ({
    ...(groups.get(stored(key)) ?? emptyRollup()),
    key,
    title: titles.get(key) ?? null,
    pillars: scoresIn(pillars, stored(key)),
    phaseScores: scoresIn(phases, stored(key)),
  }));
}

async function titlesOf(source: OrgSource): Promise<Map<string, string>> {
  const rows: { workload_id: string; title: string }[] = await source
    .query()
    .select('s.workload_id', 's.title');
  return new Map(rows.map(row => [row.workload_id, row.title]));
}

function scoresIn(
  scopes: { columns: readonly ScopeColumn[]; figures: FiguresByGroup },
  key: string,
): Record<string, number | null> {
  const figures = scopes.figures.get(key);
  return Object.fromEntries(
    scopes.columns.map(({ id }) => [id, figures?.get(id)?.score ?? null]),
  );
}
