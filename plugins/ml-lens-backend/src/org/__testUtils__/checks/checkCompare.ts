// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  active,
  FOREVER,
  grouped,
  mean,
  rounded,
  scopeOf,
} from '../../../__testUtils__/orgModel';
import { caller } from '../../../__testUtils__/reviewFixtures';
import type { Request, World } from './requests';

export async function checkCompare(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { at, rows: kind } = asked;
  const by = kind === 'tag' ? 'owner' : kind;
  const key = {
    workload: ['w-1', 'w-0', 'w-99'],
    owner: ['group:default/science', 'group:default/fraud'],
    system: ['system:default/y', 'system:default/x', 'system:default/none'],
    domain: ['domain:default/d', 'domain:default/e'],
  }[by];
  const items = await org.compare({ lens: 'phased', by, key, at }, caller);
  expect(
    mlLensRoutes.compareScorecards.response.parse({ items }).items,
  ).toEqual(items);
  expect(items.map(item => item.key)).toEqual(key);
  const rows = active(
    model.rows({ lens: ['phased'] }, see, at ?? FOREVER),
    by === 'workload' ? { workload: key } : {},
  );
  for (const item of items) {
    const mine = grouped(rows, by).get(item.key) ?? [];
    expect(item.workloads).toBe(mine.length);
    expect(item.score).toBe(
      rounded(mean(mine.map(({ scorecard }) => scorecard.score))),
    );
    expect(item.title).toBe(
      by === 'workload' ? mine[0]?.record.title ?? null : null,
    );
    const scores = { ...item.pillars, ...item.phaseScores };
    for (const [scope, score] of Object.entries(scores)) {
      expect(score).toBe(
        rounded(mean(mine.map(row => scopeOf(row, scope)?.score ?? null))),
      );
    }
  }
}
