// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Every page, light and dark: axe finds nothing, nothing is left untranslated.
import { api, tabOf } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

const TARGET = {
  name: 'Production without surprises',
  lens: 'aws-ml-lens',
  filter: { lifecycle: ['production'] },
  minScore: 70,
  startDate: '2026-01-01',
  dueDate: '2030-12-31',
};

const PAGES = [
  { name: 'sign-in', user: undefined, path: '/', ready: 'Mika Sato' },
  {
    name: 'workloads',
    user: 'lena',
    path: '/ml-lens/workloads',
    ready: 'Demand Forecasting',
  },
  {
    name: 'inbox',
    user: 'lena',
    path: '/ml-lens/inbox',
    ready: 'My team',
  },
  {
    name: 'board of plans',
    user: 'mika',
    path: '/ml-lens/plan',
    ready: 'Returns Forecasting',
  },
  {
    name: 'reviews of a lens',
    user: 'lena',
    path: '/ml-lens/lenses/kirihafen-service-readiness?tab=reviews',
    ready: 'Replenishment Optimizer',
  },
  {
    name: 'overview',
    user: 'lena',
    path: '/ml-lens/overview',
    ready: 'Spread of scores',
  },
  {
    name: 'heatmap',
    user: 'lena',
    path: '/ml-lens/heatmap',
    ready: 'Call Transcripts',
  },
  {
    name: 'timeline',
    user: 'lena',
    path: '/ml-lens/timeline',
    ready: 'Flow by month',
  },
  {
    name: 'gaps',
    user: 'lena',
    path: '/ml-lens/gaps',
    ready: 'Service Automation',
  },
  {
    name: 'trend',
    user: 'lena',
    path: '/ml-lens/trend',
    ready: 'Weeks',
  },
  {
    name: 'targets',
    user: 'lena',
    path: '/ml-lens/targets',
    ready: TARGET.name,
  },
  {
    name: 'compare',
    user: 'lena',
    path: `/ml-lens/compare?${new URLSearchParams([
      ['with', 'group:default/supply-science'],
      ['with', 'group:default/payments-risk'],
    ])}`,
    ready: 'Supply Science',
  },
  {
    name: 'roll-up',
    user: 'lena',
    path: '/ml-lens/rollup',
    ready: 'Supply Science',
  },
  {
    name: 'lenses',
    user: 'tomas',
    path: '/ml-lens/lenses',
    ready: 'aws-ml-lens-2025',
  },
  {
    name: 'lens',
    user: 'tomas',
    path: '/ml-lens/lenses/aws-ml-lens',
    ready: '2020-04',
  },
  {
    name: 'workload without an entity',
    user: 'tomas',
    path: '/ml-lens/workloads/voice-picking',
    ready: 'voice-picking',
  },
  {
    name: 'tab',
    user: 'mika',
    path: tabOf(
      'catalogue-enrichment',
      '?question=dp_integrity&phase=data_preparation',
    ),
    ready: 'Catalogue Enrichment',
  },
  {
    name: 'card of a service',
    user: 'mika',
    path: '/catalog/default/component/catalogue-enrichment',
    ready: 'Open ML Lens',
  },
  ...['group/supply-science', 'system/storefront', 'domain/retail'].map(
    entity => ({
      name: `tab of a ${entity.split('/')[0]}`,
      user: 'mika',
      path: `/catalog/default/${entity}/ml-lens-workloads`,
      ready: 'Mean score',
    }),
  ),
  {
    name: 'journey of a review',
    user: 'mika',
    path: tabOf('demand-forecasting', '?view=journey'),
    ready: 'Score over time',
  },
  {
    name: 'plan of a review',
    user: 'mika',
    path: tabOf('markdown-pricing', '?view=plan'),
    ready: 'Pick the first 5',
  },
];

let targetId;
test.beforeAll(async () => {
  const created = await api('tomas', 'POST', '/targets', TARGET);
  expect(created.status).toBe(201);
  targetId = created.body.id;
});
test.afterAll(() => api('tomas', 'DELETE', `/targets/${targetId}`));

test.describe('accessibility', () => {
  for (const { name, user, path, ready } of PAGES) {
    for (const theme of ['light', 'dark']) {
      test(`finds no violation on ${name} (${theme})`, async ({ pageAs }) => {
        const page = await pageAs(user, { theme });
        await page.goto(path);
        await page.getByText(ready).first().waitFor();
        await page.waitForLoadState('networkidle');
        // Cards of other plugins load by themselves, behind a nameless spinner.
        await expect(
          page.locator('.MuiCircularProgress-indeterminate'),
        ).toHaveCount(0);
        await expect(page).toBeAccessible();
      });
    }
  }
});

test.describe('Japanese', () => {
  for (const { name, user, path } of PAGES.filter(page => page.user)) {
    test(`shows no key and no English heading on ${name}`, async ({
      pageAs,
    }) => {
      const page = await pageAs(user, { language: 'ja' });
      await page.goto(path);
      await page
        .getByText(/[ぁ-んァ-ヶ一-龠]{2,}/)
        .first()
        .waitFor();
      await page.waitForLoadState('networkidle');
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(
        /\b(common|review|org|lenses)\.[a-z]+\.[a-zA-Z]+/,
      );
      for (const english of [
        'High risk',
        'Unanswered',
        'Not started',
        'Questions by risk',
      ]) {
        expect(text, `"${english}" is not translated`).not.toContain(english);
      }
    });
  }
});
