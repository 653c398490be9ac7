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
  CompiledLens,
  CompiledQuestion,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import type { LensService } from '../../lenses/LensService';
import { layoutOf, pointsSql } from '../../reviews/projection/practiceStates';
import { OrgSource } from './OrgSource';

/** Which scopes of scorecards are looked at. */
export type ScopeKind = 'pillar' | 'phase' | 'cell';

/** A pillar, a phase, or where the two cross. */
export interface ScopeColumn {
  /** Pillar or phase id; for a cell both, as `pillar/phase`. */
  id: string;
  kind: ScopeKind;
  /** As `scorecard_scopes` holds them. */
  scopeId: string;
  phaseId: string;
}

/** A lens version with the number of scorecards that are judged with it. */
export interface LensInUse {
  lens: CompiledLens;
  scorecards: number;
}

/** The lens versions of the scorecards of a source, most used first. */
export async function lensesInUse(
  knex: Knex,
  source: OrgSource,
  lenses: Pick<LensService, 'compiled'>,
): Promise<LensInUse[]> {
  const version = source.figure('lens_version');
  const rows: { lens_id: string; lens_version: string; count: unknown }[] =
    await source
      .query()
      .select('s.lens_id', { lens_version: version })
      .select({ count: knex.raw('count(*)') })
      .groupBy('s.lens_id', version);
  const found = await Promise.all(
    rows.map(async row => ({
      lens: await lenses.compiled(row.lens_id, row.lens_version),
      scorecards: toNumber(row.count),
    })),
  );
  const nameOf = ({ lens }: LensInUse) => `${lens.id}/${lens.version}`;
  return found.sort(
    (a, b) => b.scorecards - a.scorecards || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

/**
 * The columns of some lenses: in the order of the most used one, with what only
 * others have behind.
 */
export function columnsOf(
  lenses: readonly LensInUse[],
  kind: ScopeKind,
): ScopeColumn[] {
  const columns = new Map<string, ScopeColumn>();
  for (const { lens } of lenses) {
    for (const column of columnsOfLens(lens, kind)) {
      if (!columns.has(column.id)) {
        columns.set(column.id, column);
      }
    }
  }
  return [...columns.values()];
}

function columnsOfLens(lens: CompiledLens, kind: ScopeKind): ScopeColumn[] {
  if (kind !== 'cell') {
    const scopes = kind === 'pillar' ? lens.pillars : lens.phases;
    return scopes.map(({ id }) => ({ id, kind, scopeId: id, phaseId: '' }));
  }
  return lens.pillars.flatMap(pillar =>
    lens.phases
      .map(phase => cellOf(pillar.id, phase.id))
      .filter(cell => lens.questions.some(q => isIn(q, cell))),
  );
}

/** The id of a column from the columns of `scorecard_scopes`. */
export function columnIdOf(scopeId: string, phaseId: string): string {
  return phaseId === '' ? scopeId : `${scopeId}/${phaseId}`;
}

function cellOf(pillarId: string, phaseId: string): ScopeColumn {
  return {
    id: columnIdOf(pillarId, phaseId),
    kind: 'cell',
    scopeId: pillarId,
    phaseId,
  };
}

function isIn(question: CompiledQuestion, column: ScopeColumn): boolean {
  switch (column.kind) {
    case 'pillar':
      return question.pillarId === column.scopeId;
    case 'phase':
      return question.phaseId === column.scopeId;
    default:
      return (
        question.pillarId === column.scopeId &&
        question.phaseId === column.phaseId
      );
  }
}

/** A question of the past as SQL: the code of its risk, and its points. */
interface PastQuestion {
  code: string;
  points: string;
  weight: number;
}

/**
 * Figures of a column in the past, as SQL on the states of `h`: the history
 * does not hold the figures of every scope after every event, but what they are
 * made from. Null where the lens version of a row has no such column.
 */
export function pastFigures(
  source: OrgSource,
  lenses: readonly LensInUse[],
  column: ScopeColumn,
): { score: string; coverage: string; high: string } {
  const byVersion = (figure: (questions: PastQuestion[]) => string): string => {
    const cases = lenses.flatMap(({ lens }) => {
      const questions = layoutOf(lens)
        .questions.filter(({ question }) => isIn(question, column))
        .map(({ question, at }) => ({
          code: `substr(h.states, ${at + 1}, 1)`,
          points: pointsSql('h.states', at, source),
          weight: question.weight,
        }));
      const defined = columnsOfLens(lens, column.kind).some(
        ({ id }) => id === column.id,
      );
      return defined
        ? [
            `when s.lens_id = ${source.literal(
              lens.id,
            )} and h.lens_version = ${source.literal(
              lens.version,
            )} then ${figure(questions)}`,
          ]
        : [];
    });
    return cases.length === 0 ? 'null' : `(case ${cases.join(' ')} end)`;
  };
  const sum = (terms: string[]) =>
    terms.length === 0 ? '0.0' : terms.join(' + ');
  return {
    score: byVersion(questions => {
      const count = (codes: string) =>
        sum(
          questions.map(
            ({ code }) =>
              `(case when ${code} in (${codes}) then 1.0 else 0.0 end)`,
          ),
        );
      const weights = sum(
        questions.map(
          ({ code, weight }) =>
            `${real(weight)} * (case ${code} when '-' then 0 else 1 end)`,
        ),
      );
      const earned = sum(
        questions.map(({ points, weight }) => `${real(weight)} * ${points}`),
      );
      const rounded = `floor(100.0 * (${earned}) / nullif(${weights}, 0) + 0.5 + 1e-9)`;
      // As scoreFrom does.
      return `(case when (${count(`'H', 'M', 'N'`)}) = 0 then null
        when (${count(`'U', 'H', 'M'`)}) = 0 then 100
        when ${rounded} > 99 then 99
        else ${rounded} end)`;
    }),
    coverage: byVersion(questions => {
      const answered = sum(
        questions.map(
          ({ code }) =>
            `(case when ${code} in ('H', 'M', 'N') then 1.0 else 0.0 end)`,
        ),
      );
      const applicable = sum(
        questions.map(
          ({ code }) => `(case ${code} when '-' then 0.0 else 1.0 end)`,
        ),
      );
      return `coalesce((${answered}) / nullif(${applicable}, 0), 0.0)`;
    }),
    high: byVersion(questions =>
      questions.length === 0
        ? '0'
        : questions
            .map(({ code }) => `(case ${code} when 'H' then 1 else 0 end)`)
            .join(' + '),
    ),
  };
}

/** A number as a double of SQL: PostgreSQL would count decimals exactly. */
function real(value: number): string {
  return `cast(${value} as double precision)`;
}
