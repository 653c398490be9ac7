// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  active,
  grouped,
  mean,
  practicesOf,
} from '../../../__testUtils__/orgModel';
import { caller } from '../../../__testUtils__/reviewFixtures';
import { compareKeys } from '../../query/groups';
import { compareTexts, type Request, type World } from './requests';

export async function checkGaps(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, at: since } = asked;
  const rows = active(model.rows(filters, see), filters);
  const ids = new Set(rows.map(({ id }) => id));
  const before = since
    ? model
        .rows({}, undefined, since)
        .filter(({ id }) => ids.has(id))
        .flatMap(practicesOf)
    : [];
  const found = await org.gaps(filters, { since, limit: 100 }, caller);
  expect(mlLensRoutes.getGaps.response.parse({ items: found }).items).toEqual(
    found,
  );
  const judged = rows.flatMap(row =>
    practicesOf(row).map(practice => ({ ...practice, row })),
  );
  const keys = new Set(judged.filter(({ met }) => !met).map(({ key }) => key));
  const expected = [...keys].map(key => {
    const all = judged.filter(practice => practice.key === key);
    const unmet = all.filter(({ met }) => !met);
    const [lensId, questionId, choiceId] = key.split('/');
    const question = unmet[0].row.lens.question(questionId)!;
    const high = unmet.filter(({ risk }) => risk === 'HIGH').length;
    const medium = unmet.filter(({ risk }) => risk === 'MEDIUM').length;
    const owners = grouped(
      unmet.map(({ row }) => row),
      'owner',
    );
    const done = rows
      .filter(row => row.lens.id === lensId)
      .map(row => {
        const here = unmet.find(practice => practice.row === row);
        return here ? here.scoreIfDone : row.scorecard.score;
      });
    return {
      lensId,
      questionId,
      choiceId,
      pillar: question.pillarId,
      phase: question.phaseId,
      riskLevel: question.choice(choiceId)?.riskLevel ?? null,
      unmet: unmet.length,
      judged: all.length,
      high,
      medium,
      weight: 2 * high + medium,
      owners: [...owners]
        .map(([owner, times]) => ({ owner, unmet: times.length }))
        .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner)),
      unmetBefore: since
        ? before.filter(practice => practice.key === key && !practice.met)
            .length
        : null,
      scoreIfDone: expect.closeTo(mean(done)!, 1),
    };
  });
  expected.sort(
    (a, b) =>
      b.weight - a.weight ||
      b.unmet - a.unmet ||
      compareTexts(
        `${a.lensId}/${a.questionId}/${a.choiceId}`,
        `${b.lensId}/${b.questionId}/${b.choiceId}`,
      ),
  );
  expect(found).toEqual(expected);
}
