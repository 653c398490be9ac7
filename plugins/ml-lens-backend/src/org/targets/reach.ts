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
import { OrgFilters } from '../query/orgFilters';
import { OrgSource } from '../query/OrgSource';
import { StoredTarget } from './TargetStore';

/**
 * The scorecards a target is for. Workloads without an entity are nobody's to
 * improve, so no target is for them.
 */
export function filtersOf(target: StoredTarget): OrgFilters {
  const { owner, system, domain, lifecycle, tag } = target.filter;
  return {
    lens: [target.lens],
    owner: someOf(owner),
    system: someOf(system),
    domain: someOf(domain),
    lifecycle: someOf(lifecycle),
    tag: someOf(tag),
    orphaned: 'false',
  };
}

/** An empty filter is none. */
function someOf(values: string[] | undefined): string[] | undefined {
  return values?.length ? values : undefined;
}

/**
 * Whether a scorecard reaches a target, as an SQL condition that is never
 * unknown. The whole lens must have the score and the coverage, or else every
 * phase named; a phase in which nothing applies holds nobody back.
 */
export function reaches(
  knex: Knex,
  source: OrgSource,
  target: StoredTarget,
): Knex.Raw {
  const { minScore, minCoverage, phases } = target;
  if (phases.length === 0) {
    return knex.raw(
      `(coalesce(${source.figure('score')}, -1) >= ? and ${source.figure(
        'coverage',
      )} >= ?)`,
      [minScore, minCoverage],
    );
  }
  const { rows, id, score, coverage } = phaseFigures(source);
  const names = phases.map(() => '?').join(', ');
  return knex.raw(
    `(select count(*) from ${rows} where ${id} in (${names}) and (${score} is null or (${score} >= ? and ${coverage} >= ?))) = ?`,
    [...phases, minScore, minCoverage, phases.length],
  );
}

/** Where the figures of the phases of one scorecard are. */
function phaseFigures(source: OrgSource) {
  if (!source.past) {
    return {
      rows: `(select x.scope_id, x.score, x.coverage from scorecard_scopes x where x.review_id = s.review_id and x.kind = 'phase') as e`,
      id: 'e.scope_id',
      score: 'e.score',
      coverage: 'e.coverage',
    };
  }
  // Lists of id, score, coverage and counts; see packScopes.
  return source.postgres
    ? {
        rows: `json_array_elements(h.scopes::json -> 'phases') as e`,
        id: `(e ->> 0)`,
        score: `(e ->> 1)::integer`,
        coverage: `(e ->> 2)::double precision`,
      }
    : {
        rows: `json_each(h.scopes, '$.phases') as e`,
        id: `json_extract(e.value, '$[0]')`,
        score: `json_extract(e.value, '$[1]')`,
        coverage: `json_extract(e.value, '$[2]')`,
      };
}
