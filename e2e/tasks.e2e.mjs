// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What people come for, begun on the start page: each within a few clicks.
import { api, openQuestion } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

/** Most clicks for one of these tasks. */
const MOST = 4;

/** Clicks, and counts them. What is chosen in a list by ticking is no way. */
function counting() {
  let clicks = 0;
  const click = async (locator, options) => {
    clicks++;
    await locator.click(options);
  };
  return { click, clicks: () => clicks };
}

test.describe('tasks', () => {
  function task(name, user, run, most = MOST) {
    test(`${name} in at most ${most} clicks`, async ({ pageAs }) => {
      const page = await pageAs(user);
      const { click, clicks } = counting();
      await page.goto('/');
      await page.waitForURL(/\/ml-lens\//);
      await run(page, click);
      console.log(`# ${name}: ${clicks()} clicks`);
      expect(clicks(), `${clicks()} clicks`).toBeLessThanOrEqual(most);
    });
  }

  task('finds what got worse and why', 'lena', async (page, click) => {
    await click(page.getByRole('tab', { name: 'Overview' }));
    const worse = page.getByRole('region', { name: 'Who got worse' });
    await click(worse.getByRole('link', { name: /^Show( all)? \d/ }));
    const movers = page.getByRole('grid', { name: 'Who moved' });
    const first = movers.getByRole('row').nth(1);
    // A question of the lens, by its title: the cause.
    const cause = first.getByRole('link', { name: /\?$/ }).first();
    await expect(cause).toBeInViewport();
  });

  task('decides on a waiver', 'lena', async (page, click) => {
    await click(
      page.getByRole('link', { name: /^Returns Forecasting: decide/ }),
    );
    await click(page.getByRole('button', { name: 'Approve' }).first());
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Until /).waitFor();
    await click(dialog.getByRole('button', { name: 'Approve' }));
    await page
      .getByText(/^Waived until/)
      .first()
      .waitFor();
    const { body } = await api('lena', 'GET', '/inbox?scope=mine');
    expect(
      body.items.filter(
        ({ kind, workloadId }) =>
          kind === 'WAIVER_TO_DECIDE' && workloadId === 'returns-forecasting',
      ),
    ).toHaveLength(0);
  });

  task('plans a gap for three teams', 'tomas', async (page, click) => {
    await click(page.getByRole('tab', { name: 'Analysis' }));
    await click(page.getByRole('link', { name: 'Gaps' }));
    await click(page.getByRole('button', { name: /^Plan: / }).first());
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/of teams: ([3-9]|\d\d)/).waitFor();
    await click(dialog.getByRole('button', { name: /^Plan for \d/ }));
    await expect(dialog).toHaveCount(0);
    const { body } = await api('tomas', 'GET', '/improvements?scope=all');
    const teams = new Set(body.items.map(({ owner }) => owner));
    expect(teams.size, [...teams].join()).toBeGreaterThanOrEqual(3);
  });

  task('moves four of eight reviews', 'tomas', async (page, click) => {
    await click(page.getByRole('tab', { name: 'Lenses' }));
    await click(
      page.getByRole('link', { name: /Kirihafen.*readiness/i }).first(),
    );
    await click(page.getByRole('button', { name: 'See and move them' }));
    const grid = page.getByRole('grid', { name: 'Reviews that can be moved' });
    const rows = grid.getByRole('row');
    await rows.nth(4).waitFor();
    for (let row = 1; row <= 4; row++) {
      await rows.nth(row).getByRole('checkbox').click({ force: true });
    }
    await click(page.getByRole('button', { name: /^Move 4 reviews/ }));
    await page.getByText(/^4 reviews moved/).waitFor();
  });

  task('allows a link', 'mika', async (page, click) => {
    await click(
      page.getByRole('link', { name: /^Returns Forecasting: decide whether/ }),
    );
    await click(page.getByRole('button', { name: /^Allow/ }).first());
    const allowed = async () => {
      const { body } = await api(
        'mika',
        'GET',
        '/workloads/returns-forecasting/links',
      );
      return body.items.find(({ entityRef }) => /returns-feed/.test(entityRef))
        .state;
    };
    await expect(page.getByRole('button', { name: /^Allow/ })).toHaveCount(0);
    expect(await allowed()).toBe('JOINED');
  });

  task('finds workloads without a model card', 'tomas', async (page, click) => {
    await click(page.getByRole('tab', { name: 'Workloads' }));
    await click(page.getByRole('button', { name: 'More filters' }));
    await click(page.getByRole('button', { name: /^Models/ }));
    await click(page.getByRole('option', { name: /^Without a card/ }));
    await page.waitForURL(/models=NO_CARD/);
  });

  task('answers what is due next', 'mika', async (page, click) => {
    await click(
      page.getByRole('link', { name: /^Markdown Pricing: answer what is due/ }),
    );
    await click(page.getByRole('link', { name: /^Open question/ }).first());
    const question = openQuestion(page);
    await click(question.getByRole('checkbox').first(), { force: true });
    await question.getByText('Saved', { exact: true }).waitFor();
    const { body } = await api(
      'mika',
      'GET',
      '/workloads/markdown-pricing/reviews/aws-ml-lens',
    );
    const id = await question.getAttribute('data-question');
    expect(body.answers[id].selectedChoices).toHaveLength(1);
  });

  task('accepts what an agent proposes', 'mika', async (page, click) => {
    const open = async () => {
      const { body } = await api(
        'mika',
        'GET',
        '/workloads/returns-forecasting/reviews/aws-ml-lens/proposals?status=OPEN',
      );
      return body.totalItems;
    };
    const before = await open();
    await click(
      page.getByRole('link', {
        name: /^Returns Forecasting: look at proposed/,
      }),
    );
    await click(openQuestion(page).getByRole('button', { name: /^Accept/ }));
    await expect.poll(open).toBe(before - 1);
  });

  let asked;
  const askedAt = async () => {
    const { body } = await api(
      'mika',
      'GET',
      '/workloads/markdown-pricing/reviews/aws-ml-lens/gates',
    );
    return body.items.find(({ gate }) => gate.id === asked).status;
  };

  task(
    'asks to pass a gate',
    'mika',
    async (page, click) => {
      await click(page.getByRole('tab', { name: 'Workloads' }));
      await click(page.getByRole('link', { name: 'Markdown Pricing' }).first());
      // The next one, wherever others have brought the review to.
      await click(page.getByRole('link', { name: /^Gate “/ }));
      await page.waitForURL(/[?&]gate=/);
      asked = new URL(page.url()).searchParams.get('gate');
      const gate = page
        .getByRole('region', { name: 'Gates' })
        .locator('[aria-current]');
      await click(gate.getByRole('button', { name: 'Ask to pass' }));
      await click(
        page.getByRole('dialog').getByRole('button', { name: 'Ask to pass' }),
      );
      await expect.poll(askedAt).toBe('OPEN');
    },
    5,
  );

  task('decides at a gate', 'lena', async (page, click) => {
    await click(
      page.getByRole('link', { name: /^Markdown Pricing: decide on a gate/ }),
    );
    const decide = page.getByRole('button', {
      name: 'Decide',
      exact: true,
    });
    await expect(decide).toBeInViewport();
    await click(decide);
    await click(
      page.getByRole('dialog').getByRole('button', { name: 'Go', exact: true }),
    );
    await expect.poll(askedAt).toBe('GO');
  });

  task('sets a target', 'tomas', async (page, click) => {
    await click(page.getByRole('tab', { name: 'Plan' }));
    await click(page.getByRole('link', { name: 'Targets' }));
    await click(page.getByRole('button', { name: 'New target' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Begun by all');
    await dialog.getByText(/^\d+ workloads, \d+ there already$/).waitFor();
    await click(dialog.getByRole('button', { name: 'Save' }));
    await page.getByRole('heading', { name: 'Begun by all' }).waitFor();
    const { body } = await api('tomas', 'GET', '/targets');
    const target = body.items.find(({ name }) => name === 'Begun by all');
    expect(target.workloads).toBeGreaterThan(0);
  });
});
