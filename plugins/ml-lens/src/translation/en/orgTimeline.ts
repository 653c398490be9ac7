// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** The page where workloads stand on the lifecycle. */
export const orgTimeline = {
  timeline: {
    standing: 'Where workloads stand, and how long',
    standingNote_one:
      'Iterations that have not ended, by how long they have lasted. Stuck is what has lasted more than {{ count }} day.',
    standingNote_other:
      'Iterations that have not ended, by how long they have lasted. Stuck is what has lasted more than {{ count }} days.',
    here_one: '{{ count }} workload here',
    here_other: '{{ count }} workloads here',
    mean_one: '{{ count }} day on average',
    mean_other: '{{ count }} days on average',
    segment: '{{ phase }}: {{ count }}, {{ age }}',
    stuck_one: '{{ count }} stuck',
    stuck_other: '{{ count }} stuck',
    late_one: '{{ count }} late',
    late_other: '{{ count }} late',
    age: {
      days14: 'up to 14 days',
      days30: 'up to 30 days',
      days90: 'up to 90 days',
      days180: 'up to 180 days',
      more: 'longer',
    },
    longest: 'Longest in their phase',
    gate_one: '{{ gate }}: {{ count }} waits, {{ days }} days at most',
    gate_other: '{{ gate }}: {{ count }} wait, {{ days }} days at most',
    waits: '{{ gate }}, since {{ date }}',
    more: 'Show more',
    columns: {
      here: 'In the phase',
      open: 'Worked on',
      mean: 'Mean days',
      longest: 'Longest, in days',
      stuck: 'Stuck',
      month: 'Month',
      since: 'Since',
      days: 'Days',
      waiting: 'Waits at a gate',
    },
    flow: {
      title: 'Flow by month',
      note: 'Phases as they stood at the end of each day: begun, complete, and complete no more.',
      all: 'All phases',
      entered: 'Entered',
      passed: 'Passed',
      returned: 'Came back',
    },
  },
};
