// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** What became of what agents proposed. */
export const orgAgents = {
  agents: {
    title: 'Agents',
    note: 'What became of the answers that programs proposed for the workloads you may see, with this lens.',
    agent: 'Agent',
    open: 'Waiting',
    accepted: 'Accepted',
    changed: 'Changed',
    rejected: 'Rejected',
    ended: 'Ended undecided',
    overruled: 'Changed or rejected',
  },
};
