// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Texts of what is planned over all workloads, and of what stands elsewhere in the portal. */
export const orgPlan = {
  plan: {
    title: 'Plan',
    note: 'Practices that somebody puts in place, what is due first in front.',
    all: 'All',
    open: 'To do and in progress',
    late: 'Late only',
    noDay: 'No day',
    inPlace: 'In place',
    emptyTitle: 'Nothing is planned here',
    emptyText:
      'Plan a practice at its question, or a gap for many workloads at once on the page of gaps.',
    chosen: '{{ count }} of {{ all }} chosen',
    change: 'Change what is chosen',
    changeTitle_one: 'Change {{ count }} plan',
    changeTitle_other: 'Change {{ count }} plans',
    changed_one: '{{ count }} practice planned',
    changed_other: '{{ count }} practices planned',
    partly: '{{ done }} planned, {{ failed }} not',
    failed: 'Nothing was planned',
    keep: 'As it is',
    assign: {
      keep: 'As it is',
      owner: 'The owner of each workload',
      somebody: 'One person or group',
      nobody: 'Nobody',
    },
    team: 'Team',
    gap: 'Plan',
    gapNamed: 'Plan: {{ practice }}',
    gapTitle: 'Plan “{{ practice }}”',
    gapAction_one: 'Plan for {{ count }} workload',
    gapAction_other: 'Plan for {{ count }} workloads',
    gapNote: 'Workloads: {{ count }}, of teams: {{ teams }}.',
    gapMore:
      'The first {{ shown }} of {{ all }} are listed; filter the page for the others.',
    gapList: 'Workloads without the practice',
    target: 'Also set a target for these teams until that day',
  },
  home: {
    titles: {
      forYou: 'ML Lens: for you',
      myWorkloads: 'ML Lens: my workloads',
      organisation: 'ML Lens: organisation',
    },
    all: 'Show all {{ count }}',
    noWorkloads: 'Your teams own no ML workload.',
    high_one: '{{ count }} high risk',
    high_other: '{{ count }} high risks',
    reviews: 'Reviews',
  },
  search: {
    workload: 'ML workload',
    question: 'Question',
    practice: 'Practice',
    level: 'ML level',
    anyLevel: 'All',
    firstOnly:
      'More than {{ count }} workloads are at this level; the catalog is asked for the first of them.',
  },
};
