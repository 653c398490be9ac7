// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const reviewProposals = {
  proposals: {
    title_one: '{{ count }} proposed answer',
    title_other: '{{ count }} proposed answers',
    waiting_one: 'One proposed answer waits for somebody to decide',
    waiting_other: '{{ count }} proposed answers wait for somebody to decide',
    waitingText:
      'A program has read something and proposes what to answer. No score moves until a person accepts it.',
    look: 'Look at them',
    acceptCited_one: 'Accept the one with citations',
    acceptCited_other: 'Accept {{ count }} with citations',
    acceptCitedText:
      'These cite something for each practice they select. Accepting them answers the questions in your name.',
    acceptedMany_one: '{{ count }} of {{ total }} accepted',
    acceptedMany_other: '{{ count }} of {{ total }} accepted',
    for: 'for {{ who }}, {{ when }}',
    confidence: '{{ percent }} sure',
    practice: 'Practice',
    current: 'Answer now',
    proposed: 'Proposed',
    differs: 'differs',
    mark: {
      SELECTED: 'In place',
      NOT_APPLICABLE: 'Not applicable',
      NONE: 'Not in place',
    },
    notApplicable: 'Proposes that the question does not apply: {{ reason }}',
    citations: 'What it rests on',
    noCitations: 'It cites nothing.',
    accept: 'Accept',
    change: 'Change…',
    reject: 'Reject',
    changeTitle: 'Answer differently than proposed',
    changeAction: 'Answer',
    done: {
      ACCEPT: 'Accepted: it is the answer now, in your name.',
      CHANGE: 'Answered differently, in your name.',
      REJECT: 'Rejected: the answer stays as it was.',
    },
    failed: 'The proposal was not decided',
    undoFailed: 'The decision was not taken back',
    chooseFirst:
      'Something is proposed here. Choose for yourself first; then it is shown beside your choice.',
    yourChoice: 'Your choice',
    show: 'Show what is proposed',
    restsOn: 'rests on a proposal of {{ agent }}',
  },
};
