// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  CompiledLens,
  MatrixCell,
  Scope,
  Scorecard,
} from '@ml-lens/lens-model';

export interface MatrixRow {
  phase: { id: string; name: string };
  total: Scope;
  /** One per pillar, in the order of the lens; null: no question there. */
  cells: (MatrixCell | null)[];
}

export interface Matrix {
  pillars: { id: string; name: string; total: Scope }[];
  rows: MatrixRow[];
}

/** The figures of a scorecard as a table of phases by pillars. */
export function matrixOf(
  lens: Pick<CompiledLens, 'pillars' | 'phases'>,
  scorecard: Scorecard,
): Matrix {
  const scopeIn = (scopes: readonly Scope[], id: string): Scope =>
    scopes.find(scope => scope.id === id) ?? {
      id,
      score: null,
      coverage: 0,
      counts: {
        UNANSWERED: 0,
        HIGH: 0,
        MEDIUM: 0,
        NONE: 0,
        NOT_APPLICABLE: 0,
      },
      practices: { inPlace: 0, applicable: 0 },
    };
  return {
    pillars: lens.pillars.map(({ id, name }) => ({
      id,
      name,
      total: scopeIn(scorecard.pillars, id),
    })),
    rows: lens.phases.map(({ id, name }) => ({
      phase: { id, name },
      total: scopeIn(scorecard.phases, id),
      cells: lens.pillars.map(
        pillar =>
          scorecard.matrix.find(
            cell => cell.phase === id && cell.pillar === pillar.id,
          ) ?? null,
      ),
    })),
  };
}
