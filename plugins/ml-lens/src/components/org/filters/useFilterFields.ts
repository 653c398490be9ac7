// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type PhaseStatus, PHASE_STATUSES } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { useLevelName } from '../../shared';
import { useEntityNames, useFacets } from '../hooks';
import { useOrg } from '../OrgModel';
import { useLensTexts } from '../../shared/useLensTexts';
import {
  FILTER_KEYS,
  type FilterKey,
  OPTIONAL_KEYS,
  parseGapValue,
} from '../orgUrl';
import type { FilterOption } from './FilterMenu';
import { useFoundRefs } from './useFoundRefs';

/** Risks a workload can be looked for by. */
const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED'] as const;

/** What a workload can be looked for by, of its models. */
export const MODEL_STATES = [
  'FIRING',
  'SILENT',
  'NOT_APPROVED',
  'NO_CARD',
  'MISSING',
] as const;

/** Filters by entities, and the kinds these are of. */
const KINDS: Partial<Record<FilterKey, string[]>> = {
  owner: ['group', 'user'],
  system: ['system'],
  domain: ['domain'],
};
const REF_KEYS = Object.keys(KINDS) as FilterKey[];

/** Longest list to choose from; what is not on it is found by typing. */
const MOST_OPTIONS = 50;

/** What is typed to find a value of one filter. */
export interface FilterSearch {
  key: FilterKey;
  text: string;
}

export interface FilterField {
  key: FilterKey;
  label: string;
  /** Values to choose from: all, or those that are found first. */
  options: FilterOption[];
  /** How many values there are. */
  total: number;
  nameOf: (value: string) => string;
}

/**
 * Every filter with its values, by name in the language of the app. Values in
 * the URL are offered too, even where no workload has them any more. Of long
 * lists only the beginning is given, or what somebody looks for.
 */
export function useFilterFields(search?: FilterSearch): FilterField[] {
  const { url, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const texts = useLensTexts(lens.id);
  const facets = useFacets(lens.id).data?.facets ?? {};

  const valuesOf = (key: FilterKey): string[] => {
    if (key === 'level') return lens.levels.map(({ name }) => name);
    if (key === 'phase') {
      return lens.phases.flatMap(phase =>
        PHASE_STATUSES.map(status => `${phase.id}:${status}`),
      );
    }
    if (key === 'currentPhase') {
      return lens.phases.length > 0
        ? [...lens.phases.map(({ id }) => id), '']
        : [];
    }
    if (key === 'risk') return [...RISKS];
    if (key === 'models') return [...MODEL_STATES];
    if (key === 'late' || key === 'due' || key === 'confirm') {
      return ['true', 'false'];
    }
    const values = (facets[key] ?? []).map(({ value }) => value);
    const isOptional = OPTIONAL_KEYS.some(optional => optional === key);
    return isOptional && values.length > 0 ? [...values, ''] : values;
  };

  const found = useFoundRefs(
    search ? KINDS[search.key] ?? [] : [],
    search && valuesOf(search.key).length > MOST_OPTIONS ? search.text : '',
  );
  /** Values in the URL, then the others, as many as can be looked through. */
  const shownOf = (key: FilterKey, labelOf?: (value: string) => string) => {
    const all = [...new Set([...url.filters[key], ...valuesOf(key)])];
    if (all.length <= MOST_OPTIONS) {
      return [...new Set([...valuesOf(key), ...url.filters[key]])];
    }
    const text = search?.key === key ? search.text.toLocaleLowerCase() : '';
    const isFound = (value: string) =>
      found.has(value) ||
      (labelOf?.(value) ?? value).toLocaleLowerCase().includes(text);
    return all
      .filter(value => text === '' || isFound(value))
      .slice(0, MOST_OPTIONS);
  };

  const entityName = useEntityNames(REF_KEYS.flatMap(key => shownOf(key)));

  const phaseStatusName = (value: string) => {
    // Phase ids have no colon; statuses neither.
    const at = value.lastIndexOf(':');
    if (at < 0) return value;
    const id = value.slice(0, at);
    const status = value.slice(at + 1) as PhaseStatus;
    return t('org.filters.phaseStatus', {
      phase: lens.phases.find(phase => phase.id === id)?.name ?? id,
      status: PHASE_STATUSES.includes(status)
        ? t(`common.status.${status}`)
        : status,
    });
  };

  const riskName = (value: string) => {
    const risk = RISKS.find(known => known === value);
    return risk ? t(`common.risk.${risk}`) : value;
  };
  const modelsName = (value: string) => {
    const state = MODEL_STATES.find(known => known === value);
    return state ? t(`org.filters.models.${state}`) : value;
  };
  const gapName = (value: string) => {
    const { questionId, choiceId } = parseGapValue(value);
    return texts.practiceTitle(questionId, choiceId);
  };
  const range = (value: string) => value.replace('-', '–');

  const nameOf: Record<FilterKey, (value: string) => string> = {
    owner: entityName,
    system: entityName,
    domain: entityName,
    level: levelName,
    phase: phaseStatusName,
    currentPhase: value =>
      value === ''
        ? t('org.filters.noPhase')
        : lens.phases.find(({ id }) => id === value)?.name ?? value,
    lifecycle: value => value,
    tag: value => value,
    workload: value => value,
    risk: riskName,
    late: value =>
      t(value === 'true' ? 'org.filters.late' : 'org.filters.notLate'),
    due: value =>
      t(value === 'true' ? 'org.filters.due' : 'org.filters.notDue'),
    confirm: value =>
      t(value === 'true' ? 'org.filters.confirm' : 'org.filters.noConfirm'),
    models: modelsName,
    gap: gapName,
    score: value => (value === '' ? t('org.filters.noScore') : range(value)),
    coverage: value => `${range(value)}%`,
  };

  const withNone = (key: FilterKey) => (value: string) => {
    const none = OPTIONAL_KEYS.find(optional => optional === key);
    return value === '' && none
      ? t(`org.rollup.none.${none}`)
      : nameOf[key](value);
  };

  return FILTER_KEYS.map(key => {
    const counts = new Map(
      (facets[key] ?? []).map(({ value, count }) => [value, count]),
    );
    return {
      key,
      label: t(`org.field.${key}`),
      nameOf: withNone(key),
      total: valuesOf(key).length,
      options: shownOf(key, KINDS[key] ? undefined : withNone(key)).map(
        value => ({
          id: value,
          label: withNone(key)(value),
          count: counts.get(value),
        }),
      ),
    };
  });
}
