// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Texts of what waits for the reader. */
export const orgInbox = {
  inbox: {
    title: 'For you',
    note: 'What waits for you, what is due first in front. What is dealt with leaves the list.',
    scope: 'Whose',
    mine: 'Mine',
    team: 'My team',
    due: 'Until {{ date }} ({{ in }})',
    since: 'Since {{ date }}',
    version: 'Version {{ version }}',
    decided: { APPROVED: 'Approved', REJECTED: 'Rejected' },
    more: 'Show more',
    waiting_one: '{{ count }} thing waits for you',
    waiting_other: '{{ count }} things wait for you',
    emptyTitle: 'Nothing waits for you',
    empty: {
      mine: 'Well done. What is assigned to you, asked of you or decided for you appears here.',
      team: 'Well done. What your teams have to look at appears here.',
    },
    confirm: {
      AGE: 'It is older than such an answer holds',
      MODEL_VERSION: 'There is a new version of a model',
      LENS_CHANGED: 'The lens judges it otherwise now',
      OWNER_CHANGED: 'The workload has another owner',
      EVIDENCE_CONTRADICTS: 'Evidence says otherwise',
    },
    kinds: {
      WAIVER_TO_DECIDE: '{{ title }}: decide on a waiver',
      WAIVER_DECIDED: '{{ title }}: your waiver was decided',
      WAIVER_ENDING: '{{ title }}: a waiver ends soon',
      ASSIGNED: '{{ title }}: put a practice in place',
      REVIEW_DUE: '{{ title }}: look at the review again',
      CONFIRM: '{{ title }}: confirm answers',
      PHASE_LATE: '{{ title }}: a phase is late',
      TARGET_BEHIND: '{{ title }}: a target is not reached yet',
      LINK_PENDING: '{{ title }}: decide whether an entity belongs to it',
      UPGRADE_AVAILABLE: '{{ title }}: a newer version of the lens',
      PROPOSALS: '{{ title }}: look at proposed answers',
      CONTRADICTION: '{{ title }}: evidence contradicts an answer',
      PHASE_DUE: '{{ title }}: answer what is due in its phase',
      GATE_TO_DECIDE: '{{ title }}: decide on a gate',
    },
  },
};
