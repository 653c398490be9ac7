// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  GROUP_BY,
  ORG_SORT_FIELDS,
  type OrgGroupBy,
  type OrgSortField,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** Filters of which any number of values can be chosen. */
export const FILTER_KEYS = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'level',
  'tag',
  'phase',
  'currentPhase',
  'risk',
  'late',
  'due',
  'confirm',
  'models',
  'gap',
  'score',
  'coverage',
  'workload',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Filters that figures lead to; they have no menu to choose from. */
export const LINKED_KEYS: readonly FilterKey[] = [
  'gap',
  'score',
  'coverage',
  'workload',
];

/** Filters whose values mean something in one lens only. */
export const NO_LENS_FILTERS = {
  level: [],
  phase: [],
  currentPhase: [],
  gap: [],
} satisfies Partial<Record<FilterKey, string[]>>;

/** The value of the filter `gap` for a practice of a lens. */
export function gapValue(gap: {
  lensId: string;
  questionId: string;
  choiceId: string;
}): string {
  return `${gap.lensId}/${gap.questionId}/${gap.choiceId}`;
}

/** The practice a value of the filter `gap` is about. */
export function parseGapValue(value: string) {
  const [lensId, questionId = '', ...choiceId] = value.split('/');
  return { lensId, questionId, choiceId: choiceId.join('/') };
}

/** Of filters that hold or do not: both at once leave everything, as none. */
function yesOrNo(values: string[]): 'true' | 'false' | undefined {
  const [value] = values;
  return values.length === 1 && (value === 'true' || value === 'false')
    ? value
    : undefined;
}

export const PAGE_SIZES = [20, 50, 100] as const;
const DEFAULT_SORT = 'title';
const DEFAULT_GROUP_BY = 'owner';

/** Fields of which a workload may have none; the empty value stands for that. */
export const OPTIONAL_KEYS = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'tag',
] as const satisfies FilterKey[];

/** What the address of the organisation's pages says. */
export interface OrgUrl {
  lens?: string;
  filters: Record<FilterKey, string[]>;
  /** Free text; empty for none. */
  q: string;
  orphaned?: 'true' | 'false';
  sort: { field: OrgSortField; descending: boolean };
  limit: number;
  /** Where the page starts; absent for the first page. */
  cursor?: string;
  /** Number of the page `cursor` leads to, from 1; for display only. */
  page: number;
  /** What the roll-up groups by. */
  by: OrgGroupBy;
}

/** A change of the address. `undefined` and empty lists remove a key. */
export type OrgUrlChange = Partial<
  Omit<OrgUrl, 'filters'> & { filters: Partial<OrgUrl['filters']> }
>;

function parseSort(value: string | null): OrgUrl['sort'] {
  const descending = value?.startsWith('-') ?? false;
  const field = ORG_SORT_FIELDS.find(
    known => known === (descending ? value?.slice(1) : value),
  );
  return field
    ? { field, descending }
    : { field: DEFAULT_SORT, descending: false };
}

/** The form the API takes a sort in. */
export function sortParam({ field, descending }: OrgUrl['sort']): string {
  return `${descending ? '-' : ''}${field}`;
}

/** Reads an address; values it cannot use count as absent. */
export function parseOrgUrl(params: URLSearchParams): OrgUrl {
  const filters = {} as OrgUrl['filters'];
  for (const key of FILTER_KEYS) {
    filters[key] = [...new Set(params.getAll(key))];
  }
  const orphaned = params.get('orphaned');
  const limit = Number(params.get('limit'));
  const page = Number(params.get('page'));
  const cursor = params.get('cursor') || undefined;
  return {
    lens: params.get('lens') || undefined,
    filters,
    q: params.get('q') ?? '',
    orphaned:
      orphaned === 'true' || orphaned === 'false' ? orphaned : undefined,
    sort: parseSort(params.get('sort')),
    limit: PAGE_SIZES.find(size => size === limit) ?? PAGE_SIZES[0],
    cursor,
    page: cursor && Number.isInteger(page) && page > 1 ? page : 1,
    by: GROUP_BY.find(key => key === params.get('by')) ?? DEFAULT_GROUP_BY,
  };
}

/**
 * The address after a change; keys it does not name stay. Everything but
 * turning a page leads back to the first page, since a cursor belongs to the
 * query it came from.
 */
export function writeOrgUrl(
  params: URLSearchParams,
  change: OrgUrlChange,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | undefined) => {
    if (value) next.set(key, value);
    else next.delete(key);
  };
  put('cursor', change.cursor);
  put(
    'page',
    change.cursor && change.page && change.page > 1
      ? String(change.page)
      : undefined,
  );
  for (const [key, values] of Object.entries(change.filters ?? {})) {
    next.delete(key);
    for (const value of values ?? []) next.append(key, value);
  }
  if ('lens' in change) put('lens', change.lens);
  if ('q' in change) put('q', change.q?.trim() ? change.q : undefined);
  if ('orphaned' in change) put('orphaned', change.orphaned);
  if (change.sort) {
    const sort = sortParam(change.sort);
    put('sort', sort === DEFAULT_SORT ? undefined : sort);
  }
  if (change.by) {
    put('by', change.by === DEFAULT_GROUP_BY ? undefined : change.by);
  }
  if (change.limit) {
    put(
      'limit',
      change.limit === PAGE_SIZES[0] ? undefined : String(change.limit),
    );
  }
  return next;
}

/** Removes every filter; the lens, the sort and the page size stay. */
export const NO_FILTERS: OrgUrlChange = {
  filters: Object.fromEntries(FILTER_KEYS.map(key => [key, []])),
  q: undefined,
  orphaned: undefined,
};

/** Whether anything but the lens narrows the list. */
export function isFiltered(url: OrgUrl): boolean {
  return (
    url.q !== '' ||
    url.orphaned !== undefined ||
    FILTER_KEYS.some(key => url.filters[key].length > 0)
  );
}

/** The filters as every org route takes them. */
export function filterQuery(url: OrgUrl, lensId: string) {
  const { late, due, confirm, ...lists } = url.filters;
  return {
    lens: lensId,
    ...Object.fromEntries(
      Object.entries(lists).filter(([, values]) => values.length > 0),
    ),
    late: yesOrNo(late),
    due: yesOrNo(due),
    confirm: yesOrNo(confirm),
    q: url.q.trim() || undefined,
    orphaned: url.orphaned,
  };
}
