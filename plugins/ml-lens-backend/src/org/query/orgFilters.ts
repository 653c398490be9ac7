// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { QueryOf } from '../../http/bindRoutes';
import type { ModelCounts } from '../../workloads/modelCounts';

import { PhaseStatus, PHASE_STATUSES } from '@ml-lens/lens-model';

/** Filters of the org lists, as their routes take them. */
export type OrgFilters = Omit<QueryOf<'getSummary'>, 'groupBy' | 'at'>;

/** Values of all filters together. */
const MOST_VALUES = 20_000;

/** @throws InputError where there are more values than anybody means */
export function checkLength(filters: OrgFilters): void {
  const count = Object.values(filters).flat().length;
  if (count > MOST_VALUES) {
    throw new InputError(
      `Invalid query: the filters have ${count} values, which is more than ${MOST_VALUES}`,
    );
  }
}

/** Filters by what is judged, which differs from one instant to another. */
const FIGURE_FILTERS = [
  'level',
  'phase',
  'currentPhase',
  'risk',
  'gap',
  'score',
  'coverage',
  'late',
  'confirm',
] as const;

/** The filters that hold at any time, because they are about workloads. */
export function withoutFigures(filters: OrgFilters): OrgFilters {
  const others = { ...filters };
  for (const name of FIGURE_FILTERS) {
    delete others[name];
  }
  return others;
}

export interface PhaseFilter {
  phaseId: string;
  status: PhaseStatus;
}

export function parsePhase(value: string): PhaseFilter {
  const [, phaseId, status] = /^([\w.-]+):(\w+)$/.exec(value) ?? [];
  const known = PHASE_STATUSES.find(one => one === status);
  if (!phaseId || !known) {
    throw new InputError(
      `Invalid query: phase: '${value}' is not a phase id and a status, as preparation:AT_RISK; statuses are ${PHASE_STATUSES.join(
        ', ',
      )}`,
    );
  }
  return { phaseId, status: known };
}

export function riskCount(value: string): 'high' | 'medium' | 'unanswered' {
  switch (value) {
    case 'HIGH':
      return 'high';
    case 'MEDIUM':
      return 'medium';
    case 'UNANSWERED':
      return 'unanswered';
    default:
      throw new InputError(
        `Invalid query: risk: '${value}' is none of HIGH, MEDIUM and UNANSWERED`,
      );
  }
}

const MODEL_STATES = {
  NO_CARD: 'noCard',
  NOT_APPROVED: 'notApproved',
  SILENT: 'silent',
  FIRING: 'firing',
  MISSING: 'missing',
} as const satisfies Record<string, keyof ModelCounts>;

/** The count of models like that. */
export function modelCount(value: string): keyof ModelCounts {
  const known = Object.keys(MODEL_STATES).find(
    (state): state is keyof typeof MODEL_STATES => state === value,
  );
  if (!known) {
    throw new InputError(
      `Invalid query: models: '${value}' is none of ${Object.keys(
        MODEL_STATES,
      ).join(', ')}`,
    );
  }
  return MODEL_STATES[known];
}

/** A practice of a lens. */
export interface GapFilter {
  lensId: string;
  questionId: string;
  choiceId: string;
}

export function parseGap(value: string): GapFilter {
  const [lensId, questionId, choiceId, ...more] = value.split('/');
  if (!choiceId || more.length > 0) {
    throw new InputError(
      `Invalid query: gap: '${value}' is not a lens, a question and a choice, as aws-ml-lens/ML-01/ML-01-a`,
    );
  }
  return { lensId, questionId, choiceId };
}

export interface Range {
  from: number;
  to: number;
}

/** Undefined for no score. */
export function parseScores(value: string): Range | undefined {
  if (value === '') {
    return undefined;
  }
  const range = parseRange(value);
  if (!range || range.from > range.to) {
    throw new InputError(
      `Invalid query: score: '${value}' is not a range of scores from 0 to 100, as 60-69`,
    );
  }
  return range;
}

export function parseCoverage(value: string): Range {
  const range = parseRange(value);
  if (!range || range.from >= range.to) {
    throw new InputError(
      `Invalid query: coverage: '${value}' is not a range of per cents from 0 to 100, as 50-60`,
    );
  }
  return range;
}

function parseRange(value: string): Range | undefined {
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(value) ?? [];
  return from !== undefined && Number(from) <= 100 && Number(to) <= 100
    ? { from: Number(from), to: Number(to) }
    : undefined;
}
