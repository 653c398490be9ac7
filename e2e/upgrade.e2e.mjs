// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A platform engineer moves every review of a lens to its next version, and a
// team takes the move of its own review back.
import { api, tabOf } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

const LENS = 'kirihafen-service-readiness';
const REVIEW = `/workloads/replenishment-optimizer/reviews/${LENS}`;

test.describe('a newer version of a lens', () => {
  const now = async () => {
    const { body } = await api('mika', 'GET', REVIEW);
    return { version: body.lens.version, score: body.scorecard.score };
  };

  test('is offered on the tab with what it would change', async ({
    pageAs,
  }) => {
    const page = await pageAs('mika');
    await page.goto(tabOf('replenishment-optimizer', `?lens=${LENS}`));
    await page.getByText(/Version 2 of the lens is available/).waitFor();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 questions are to be answered').waitFor();
    await dialog.getByText('1 answer loses a choice that is gone').waitFor();
  });

  test('takes all reviews along at once, and lets a team go back', async ({
    pageAs,
  }) => {
    const before = await now();
    expect(before.version).toBe('1');
    const engineer = await pageAs('tomas');
    await engineer.goto(`/ml-lens/lenses/${LENS}`);
    await engineer.getByRole('button', { name: 'See and move them' }).click();
    const row = engineer
      .getByRole('row')
      .filter({ hasText: 'Replenishment Optimizer' });
    await row.getByText('3 questions').waitFor();
    // Clear of the bar below that says how many are chosen.
    await row.evaluate(one => one.scrollIntoView({ block: 'center' }));
    await row.getByRole('checkbox').check({ force: true });
    await engineer.getByRole('button', { name: 'Move 1 review' }).click();
    const result = engineer.getByRole('region', { name: 'How the move went' });
    await result
      .getByRole('listitem')
      .filter({ hasText: 'Replenishment Optimizer' })
      .getByRole('img', { name: 'Moved' })
      .waitFor();
    expect((await now()).version).toBe('2');
    await result
      .getByRole('button', { name: 'Take back the move of 1 review' })
      .click();
    await engineer.getByText('1 review moved back').waitFor();
    expect(await now()).toEqual(before);

    const all = engineer.getByRole('checkbox').first();
    await all.evaluate(one => one.scrollIntoView({ block: 'center' }));
    await all.check({ force: true });
    await engineer.getByRole('button', { name: /^Move .*reviews$/ }).click();
    await engineer.getByText(/reviews? moved/).waitFor();
    const after = await now();
    expect(after.version).toBe('2');
    expect(after.score).not.toBe(before.score);

    const team = await pageAs('mika');
    await team.goto(tabOf('replenishment-optimizer', `?lens=${LENS}`));
    await team.getByRole('button', { name: 'More about the lens' }).click();
    await team
      .getByRole('menuitem', { name: 'Take the last move back' })
      .click();
    await team.getByText(/Version 2 of the lens is available/).waitFor();
    expect(await now()).toEqual(before);
  });
});

test.describe('a move to another lens', () => {
  const counted = async () => {
    const { body } = await api(
      'tomas',
      'GET',
      '/scorecards/summary?lens=aws-ml-lens-2025',
    );
    return body.total.workloads;
  };

  const lenses = async () => {
    const { body } = await api('mika', 'GET', '/workloads/markdown-pricing');
    return body.lenses;
  };

  test('leaves nothing behind when it is taken back', async ({ pageAs }) => {
    const before = await counted();
    const reviewedWith = await lenses();
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing'));
    const choose = async name => {
      await page.getByRole('button', { name: 'More about the lens' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await choose('Move to another lens…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Move the review' })
      .click();
    await page.waitForURL(/lens=aws-ml-lens-2025/);
    await page.getByText(/^[1-9]\d* of 105 practices in place/).waitFor();
    expect(await counted()).toBe(before + 1);

    await choose('Take the last move back');
    // Back at the workload's own lens.
    await page.getByText(/ of 50 practices in place/).waitFor();
    expect(await counted()).toBe(before);
    expect(await lenses()).toEqual(reviewedWith);
  });
});
