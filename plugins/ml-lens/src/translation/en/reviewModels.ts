// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const reviewModels = {
  models: {
    title: 'Models',
    count_one: '{{ count }} model',
    count_other: '{{ count }} models',
    registered: '{{ found }} of {{ count }} in a registry',
    state: {
      PENDING: 'Waits to be allowed',
      REFUSED: 'Refused',
    },
    why: {
      PENDING:
        'Another team has named this model first. Its owner can allow it to be shown here.',
      REFUSED: 'The team this model belongs to does not want it shown here.',
    },
    version: 'Version {{ version }}',
    versions_one: '{{ count }} version',
    versions_other: '{{ count }} versions',
    trained: 'Trained {{ date }}',
    card: 'Described',
    noCard: 'No description',
    rules_one: '{{ number }} alarm rule',
    rules_other: '{{ number }} alarm rules',
    observed: 'Asked {{ when }}',
    files: 'Files',
    served: 'Endpoint {{ endpoint }}, variant {{ variant }}',
    notFound: 'Not found',
    notAsked: 'Not asked yet',
    firing_one: '{{ count }} alarm firing',
    firing_other: '{{ count }} alarms firing',
    lastFired: 'Last alarm {{ when }}',
    silent: 'Monitoring has no data',
    stale: 'Out of date',
    offer:
      'An alarm is firing. Begin “{{ phase }}” anew to record what you find and do about it.',
    claim: 'named by the workload {{ workload }}',
    claimsTitle_one: 'Another team wants to see a model of this workload',
    claimsTitle_other:
      '{{ count }} times, other teams want to see models of this workload',
    claimsText:
      'Their entities name a model that this workload named first. Until you allow it, they see nothing of it.',
    done: {
      ALLOWED: 'The model is shown there from now on.',
      REFUSED: 'The model is not shown there.',
    },
  },
};
