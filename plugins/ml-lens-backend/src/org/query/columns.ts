// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CompiledLens, CompiledQuestion } from '@ml-lens/lens-model';
import type { FigureTable } from '../columns/FigureTable';
import type { QuestionSet } from '../columns/measure';
import type { Selected } from './select';

/** Which scopes of scorecards are looked at. */
export type ScopeKind = 'pillar' | 'phase' | 'cell';

/** A pillar, a phase, or where the two cross. */
export interface ScopeColumn {
  /** Pillar or phase id; for a cell both, as `pillar/phase`. */
  id: string;
  kind: ScopeKind;
  /** The pillar, or else the phase. */
  scopeId: string;
  /** The phase of a cell, else empty. */
  phaseId: string;
}

/** A lens version with the number of scorecards that are judged with it. */
export interface LensInUse {
  lens: CompiledLens;
  scorecards: number;
}

/** The lens versions of the scorecards that were selected, most used first. */
export function lensesInUse(selected: readonly Selected[]): LensInUse[] {
  const nameOf = ({ lens }: LensInUse) => `${lens.id}/${lens.version}`;
  return selected
    .filter(({ entries }) => entries.length > 0)
    .map(({ table, entries }) => ({
      lens: table.lens,
      scorecards: entries.length,
    }))
    .sort(
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

function cellOf(pillarId: string, phaseId: string): ScopeColumn {
  return {
    id: `${pillarId}/${phaseId}`,
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

/** The questions of a column in a table; undefined where it has no such column. */
export function questionsOf(
  table: FigureTable,
  column: ScopeColumn,
): QuestionSet | undefined {
  return columnsOfLens(table.lens, column.kind).some(
    ({ id }) => id === column.id,
  )
    ? table.questionSet(question => isIn(question, column))
    : undefined;
}
