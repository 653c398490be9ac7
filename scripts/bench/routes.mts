/*
 * What is measured: every page of the organisation and the tab of one workload,
 * each against a bare indexed select of the rows its answer is made from.
 */
const LENS = 'aws-ml-lens';

export interface Measured {
  name: string;
  path: string;
  /** Sent as a caller who may see every second workload. */
  viewer?: boolean;
  floor: string;
}

/** Rows of the floors, as promises of what the database gives. */
export function floorsOn(
  knex: any,
  review: { reviewId: string; owner: string },
): Record<string, () => any> {
  const scorecards = () =>
    knex('scorecards').where('lens_id', LENS).orderBy('title_sort');
  return {
    page: () => scorecards().limit(20),
    page100: () => scorecards().limit(100),
    count: () =>
      knex('scorecards')
        .where('lens_id', LENS)
        .select(knex.raw('count(*) as n, avg(score) as score')),
    countAll: () =>
      knex('scorecards').select(
        knex.raw('count(*) as n, avg(score) as score, avg(coverage) as c'),
      ),
    owners: () =>
      knex('scorecards')
        .where('lens_id', LENS)
        .groupBy('owner_ref')
        .select('owner_ref', knex.raw('count(*) as n, avg(score) as score')),
    scopes: () => scorecards().limit(20).select('review_id', 'phases'),
    states: async () => {
      const rows = await knex('scorecards').select('review_id', 'states');
      return rows.length;
    },
    days: () =>
      knex('scorecard_history')
        .whereNotNull('states')
        .groupByRaw('1')
        .select(
          knex.raw(
            'substr(valid_from, 1, 10) as day, count(*) as n, sum(score) as score',
          ),
        ),
    all: () => scorecards(),
    team: () => knex('scorecards').where('owner_ref', review.owner),
    review: async () => [
      await knex('answers').where('review_id', review.reviewId),
      await knex('scorecards').where('review_id', review.reviewId),
      await knex('phase_iterations').where('review_id', review.reviewId),
    ],
    events: async () => [
      await knex('answer_events').where('review_id', review.reviewId),
      await knex('milestones').where('review_id', review.reviewId),
    ],
  };
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
    { name: 'tab', path: review, floor: 'review' },
    { name: 'tab in the past', path: `${review}?${past}`, floor: 'events' },
    { name: 'list', path: `/scorecards/by-query?${lens}`, floor: 'page' },
    {
      name: 'list by score, all lenses',
      path: '/scorecards/by-query?sort=-score',
      floor: 'page',
    },
    {
      name: 'list, 100 rows of half the workloads',
      path: `/scorecards/by-query?${lens}&limit=100`,
      viewer: true,
      floor: 'page100',
    },
    {
      name: 'list in the past',
      path: `/scorecards/by-query?${lens}&${past}`,
      floor: 'page',
    },
    {
      name: 'list in the past by score',
      path: `/scorecards/by-query?${lens}&${past}&sort=-score`,
      floor: 'page',
    },
    { name: 'summary', path: `/scorecards/summary?${lens}`, floor: 'count' },
    {
      name: 'summary by owner',
      path: `/scorecards/summary?${lens}&groupBy=owner`,
      floor: 'owners',
    },
    { name: 'facets', path: `/scorecards/facets?${lens}`, floor: 'count' },
    { name: 'heatmap', path: `/scorecards/heatmap?${lens}`, floor: 'scopes' },
    {
      name: 'heatmap by a column',
      path: `/scorecards/heatmap?${lens}&sort=-column:business_goal`,
      floor: 'scopes',
    },
    {
      name: 'heatmap of half the workloads',
      path: `/scorecards/heatmap?${lens}`,
      viewer: true,
      floor: 'scopes',
    },
    {
      name: 'heatmap in the past',
      path: `/scorecards/heatmap?${lens}&${past}`,
      floor: 'scopes',
    },
    {
      name: 'heatmap of owners',
      path: `/scorecards/heatmap?${lens}&rows=owner`,
      floor: 'owners',
    },
    {
      name: 'heatmap, all lenses',
      path: '/scorecards/heatmap?columns=cell',
      floor: 'countAll',
    },
    { name: 'gaps', path: `/scorecards/gaps?${lens}`, floor: 'states' },
    { name: 'gaps, all lenses', path: '/scorecards/gaps', floor: 'states' },
    {
      name: 'gaps since',
      path: `/scorecards/gaps?${lens}&since=${at}`,
      floor: 'states',
    },
    {
      name: 'gaps of a team',
      path: `/scorecards/gaps?${team}`,
      floor: 'team',
    },
    {
      name: 'gaps of half the workloads',
      path: `/scorecards/gaps?${lens}`,
      viewer: true,
      floor: 'states',
    },
    { name: 'trend', path: `/scorecards/trend?${lens}`, floor: 'days' },
    { name: 'trend, all lenses', path: '/scorecards/trend', floor: 'days' },
    {
      name: 'trend by owner',
      path: `/scorecards/trend?${lens}&groupBy=owner`,
      floor: 'days',
    },
    {
      name: 'trend of a team',
      path: `/scorecards/trend?${team}`,
      floor: 'team',
    },
    {
      name: 'trend of half the workloads',
      path: `/scorecards/trend?${lens}`,
      viewer: true,
      floor: 'days',
    },
    {
      name: 'compare owners',
      path: `/scorecards/compare?${lens}&by=owner&${keys}`,
      floor: 'team',
    },
    { name: 'export CSV', path: `/scorecards/export?${lens}`, floor: 'all' },
    {
      name: 'export JSON',
      path: `/scorecards/export?${lens}&format=json`,
      floor: 'all',
    },
    { name: 'targets', path: '/targets', floor: 'count' },
    {
      name: 'progress of a target',
      path: `/targets/${targetId}/progress`,
      floor: 'days',
    },
  ];
}
