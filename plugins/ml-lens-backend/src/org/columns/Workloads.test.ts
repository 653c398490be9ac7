// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type WorkloadFacts, Workloads } from './Workloads';

const facts = (workloadId: string, titleSort: string): WorkloadFacts => ({
  workloadId,
  titleSort,
  title: titleSort,
  owner: null,
  lifecycle: null,
  lensIds: [],
  entityRef: null,
  system: null,
  domain: null,
  tags: [],
  orphaned: false,
  models: null,
});

function ranksOf(workloads: Workloads): Record<string, number> {
  return Object.fromEntries(
    workloads.ids.flatMap((id, number) =>
      workloads.facts(number) ? [[id, workloads.titleRanks[number]]] : [],
    ),
  );
}

describe('workloads by title', () => {
  it('have places that follow their titles', () => {
    const workloads = new Workloads();
    workloads.replaceAll([
      facts('b', 'churn'),
      facts('a', 'fraud'),
      facts('c', 'churn'),
    ]);
    expect(ranksOf(workloads)).toEqual({ a: 2, b: 0, c: 0 });

    workloads.replace(['a'], [facts('a', 'fraud')]);
    expect(ranksOf(workloads)).toEqual({ a: 2, b: 0, c: 0 });

    workloads.replace(['a', 'c'], [facts('a', 'abuse')]);
    expect(ranksOf(workloads)).toEqual({ a: 0, b: 1 });

    workloads.replace(['d'], [facts('d', 'bids')]);
    expect(ranksOf(workloads)).toEqual({ a: 0, b: 2, d: 1 });
  });
});
