// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { MatrixCell, RiskCounts, Scope, Scorecard } from '@ml-lens/lens-model';
import { FigureColumns } from '../rows';

/**
 * `[score, coverage, UNANSWERED, HIGH, MEDIUM, NONE, NOT_APPLICABLE,
 * practices in place, practices that apply]`
 */
type PackedFigures = [
  number | null,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * Figures of the scopes of a scorecard as the column `scopes` holds them.
 * Lists rather than keyed objects, so that the lens's order survives whatever
 * the ids look like.
 */
interface PackedScopes {
  pillars: [string, ...PackedFigures][];
  phases: [string, ...PackedFigures][];
  matrix: [string, string, ...PackedFigures][];
  /** Figures of what is due, then the questions and practices that are not. */
  due: [...PackedFigures, number, number];
}

type Figures = Pick<Scope, 'score' | 'coverage' | 'counts' | 'practices'>;

/** The parts of a scorecard that the column `scopes` holds. */
type PackedParts = Pick<
  Scorecard,
  'pillars' | 'phases' | 'matrix' | 'readiness' | 'due'
>;

/** The scopes of a scorecard as JSON. */
export function packScopes(scorecard: PackedParts): string {
  const packed: PackedScopes = {
    pillars: scorecard.pillars.map(scope => [scope.id, ...pack(scope)]),
    phases: scorecard.phases.map(scope => [scope.id, ...pack(scope)]),
    matrix: scorecard.matrix.map(cell => [
      cell.pillar,
      cell.phase,
      ...pack(cell),
    ]),
    due: [
      ...pack({ ...scorecard.due, score: scorecard.readiness }),
      scorecard.due.notDue.questions,
      scorecard.due.notDue.practices,
    ],
  };
  return JSON.stringify(packed);
}

/** Undoes {@link packScopes}. */
export function unpackScopes(json: string): PackedParts {
  const packed: PackedScopes = JSON.parse(json);
  const scope = ([id, ...figures]: [string, ...PackedFigures]): Scope => ({
    id,
    ...unpack(figures),
  });
  return {
    pillars: packed.pillars.map(scope),
    phases: packed.phases.map(scope),
    matrix: packed.matrix.map(
      ([pillar, phase, ...figures]): MatrixCell => ({
        pillar,
        phase,
        ...unpack(figures),
      }),
    ),
    ...unpackDue(packed.due),
  };
}

/** Figures as the columns every figure table has. */
export function toFigureColumns({
  score,
  coverage,
  counts,
  practices,
}: Figures): FigureColumns {
  return {
    score,
    coverage,
    high: counts.HIGH,
    medium: counts.MEDIUM,
    none: counts.NONE,
    unanswered: counts.UNANSWERED,
    not_applicable: counts.NOT_APPLICABLE,
    practices_in_place: practices.inPlace,
    practices_applicable: practices.applicable,
  };
}

/** Undoes {@link toFigureColumns}. */
export function fromFigureColumns(row: FigureColumns): Figures {
  const counts: RiskCounts = {
    UNANSWERED: row.unanswered,
    HIGH: row.high,
    MEDIUM: row.medium,
    NONE: row.none,
    NOT_APPLICABLE: row.not_applicable,
  };
  return {
    score: row.score,
    coverage: row.coverage,
    counts,
    practices: {
      inPlace: row.practices_in_place,
      applicable: row.practices_applicable,
    },
  };
}

function pack({ score, coverage, counts, practices }: Figures): PackedFigures {
  return [
    score,
    coverage,
    counts.UNANSWERED,
    counts.HIGH,
    counts.MEDIUM,
    counts.NONE,
    counts.NOT_APPLICABLE,
    practices.inPlace,
    practices.applicable,
  ];
}

function unpack([
  score,
  coverage,
  UNANSWERED,
  HIGH,
  MEDIUM,
  NONE,
  NOT_APPLICABLE,
  inPlace,
  applicable,
]: PackedFigures): Figures {
  return {
    score,
    coverage,
    counts: { UNANSWERED, HIGH, MEDIUM, NONE, NOT_APPLICABLE },
    practices: { inPlace, applicable },
  };
}

function unpackDue([...packed]: PackedScopes['due']): Pick<
  Scorecard,
  'readiness' | 'due'
> {
  const [questions, practices] = packed.splice(-2) as [number, number];
  const { score, ...figures } = unpack(packed as unknown as PackedFigures);
  return {
    readiness: score,
    due: { ...figures, notDue: { questions, practices } },
  };
}
