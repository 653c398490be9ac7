// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const reviewLinks = {
  links: {
    title_one: '{{ count }} linked entity',
    title_other: '{{ count }} linked entities',
    pendingTitle_one: 'One entity wants to belong to this workload',
    pendingTitle_other: '{{ count }} entities want to belong to this workload',
    pendingText_one:
      'It names the workload but has another owner. Until you allow it, that owner sees nothing of it. Once allowed, whoever can read the entity can read this review.',
    pendingText_other:
      'They name the workload but have other owners. Until you allow it, those see nothing of it. Once allowed, whoever can read such an entity can read this review.',
    owner: 'Owner: {{ owner }}',
    noOwner: 'No owner',
    saysPrimary: 'says it stands for the workload',
    decided: 'decided by {{ who }}, {{ when }}',
    state: {
      PRIMARY: 'Stands for the workload',
      JOINED: 'Belongs to it',
      PENDING: 'Waits',
      REFUSED: 'Refused',
    },
    action: {
      ALLOWED: 'Allow',
      REFUSED: 'Refuse',
      PRIMARY: 'Make primary',
    },
    actionOn: {
      ALLOWED: 'Allow {{ name }}',
      REFUSED: 'Refuse {{ name }}',
      PRIMARY: 'Make {{ name }} primary',
    },
    done: {
      ALLOWED: 'The entity belongs to the workload',
      REFUSED: 'The entity does not belong to the workload',
      PRIMARY: 'The entity stands for the workload',
    },
    failed: 'The link was not changed',
    waitsTitle: 'The link to the workload waits to be allowed',
    refusedTitle: 'The link to the workload was refused',
    waitsText:
      'Nothing of the workload is shown here until then. If the entity should have a workload of its own, give the annotation another value.',
    ask: 'Ask {{ owner }} to allow it on the ML Lens tab of their own entity.',
    askUnknown:
      'Ask the owner of the workload to allow it on the ML Lens tab of their own entity, or whoever looks after ML Lens.',
  },
};
