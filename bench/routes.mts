// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* What is measured: every page of the organisation and the tab of a workload. */
export const LENS = 'aws-ml-lens';

export interface Measured {
  name: string;
  path: string;
  /** Who asks: somebody who sees every workload, unless told. */
  user?: 'some' | 'member';
}

export function routesFor(options: {
  workloadId: string;
  owners: string[];
  at: string;
  targetId: string;
}): Measured[] {
  const { workloadId, owners, at, targetId } = options;
  const lens = `lens=${LENS}`;
  const past = `at=${at}`;
  const team = `owner=${owners[0]}`;
  const keys = owners.map(owner => `key=${owner}`).join('&');
  const review = `/workloads/${workloadId}/reviews/${LENS}`;
  return [
    { name: 'tab', path: review },
    { name: 'tab in the past', path: `${review}?${past}` },
    { name: 'list', path: `/scorecards/by-query?${lens}` },
    {
      name: 'list by score, all lenses',
      path: '/scorecards/by-query?sort=-score',
    },
    {
      name: 'list, 100 rows of some teams',
      path: `/scorecards/by-query?${lens}&limit=100`,
      user: 'some',
    },
    {
      name: 'list in the past',
      path: `/scorecards/by-query?${lens}&${past}`,
    },
    {
      name: 'list in the past by score',
      path: `/scorecards/by-query?${lens}&${past}&sort=-score`,
    },
    { name: 'summary', path: `/scorecards/summary?${lens}` },
    {
      name: 'summary by owner',
      path: `/scorecards/summary?${lens}&groupBy=owner`,
    },
    { name: 'facets', path: `/scorecards/facets?${lens}` },
    { name: 'heatmap', path: `/scorecards/heatmap?${lens}` },
    {
      name: 'heatmap by a column',
      path: `/scorecards/heatmap?${lens}&sort=-column:business_goal`,
    },
    {
      name: 'heatmap of some teams',
      path: `/scorecards/heatmap?${lens}`,
      user: 'some',
    },
    {
      name: 'heatmap in the past',
      path: `/scorecards/heatmap?${lens}&${past}`,
    },
    {
      name: 'heatmap of owners',
      path: `/scorecards/heatmap?${lens}&rows=owner`,
    },
    {
      name: 'heatmap, all lenses',
      path: '/scorecards/heatmap?columns=cell',
    },
    { name: 'timeline', path: `/scorecards/timeline?${lens}` },
    {
      name: 'timeline of some teams',
      path: `/scorecards/timeline?${lens}`,
      user: 'some',
    },
    {
      name: 'timeline in the past',
      path: `/scorecards/timeline?${lens}&${past}`,
    },
    { name: 'gaps', path: `/scorecards/gaps?${lens}` },
    { name: 'gaps, all lenses', path: '/scorecards/gaps' },
    {
      name: 'gaps since',
      path: `/scorecards/gaps?${lens}&since=${at}`,
    },
    {
      name: 'gaps of a team',
      path: `/scorecards/gaps?${team}`,
    },
    {
      name: 'gaps of some teams',
      path: `/scorecards/gaps?${lens}`,
      user: 'some',
    },
    { name: 'trend', path: `/scorecards/trend?${lens}` },
    { name: 'trend, all lenses', path: '/scorecards/trend' },
    {
      name: 'trend by owner',
      path: `/scorecards/trend?${lens}&groupBy=owner`,
    },
    {
      name: 'trend of a team',
      path: `/scorecards/trend?${team}`,
    },
    {
      name: 'trend of some teams',
      path: `/scorecards/trend?${lens}`,
      user: 'some',
    },
    {
      name: 'compare owners',
      path: `/scorecards/compare?${lens}&by=owner&${keys}`,
    },
    { name: 'export CSV', path: `/scorecards/export?${lens}` },
    {
      name: 'export JSON',
      path: `/scorecards/export?${lens}&format=json`,
    },
    { name: 'inbox of teams', path: '/inbox?scope=team', user: 'member' },
    { name: 'inbox of one', path: '/inbox?scope=mine', user: 'member' },
    {
      name: 'count of the inbox',
      path: '/inbox?scope=team&limit=1',
      user: 'member',
    },
    {
      name: 'plans of teams',
      path: '/improvements?scope=team',
      user: 'member',
    },
    { name: 'plans of all', path: '/improvements?scope=all' },
    { name: 'targets', path: '/targets' },
    {
      name: 'progress of a target',
      path: `/targets/${targetId}/progress`,
    },
  ];
}
