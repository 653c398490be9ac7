// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Playwright's `test` and `expect` with what the portal adds to them.
import { test as base, expect as baseExpect } from '@playwright/test';
import { axeViolations } from './browser.mjs';

export const test = base.extend({
  /** Where the portal that all tests share answers. */
  portal: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { PORTAL_URL: url, PORTAL_API_URL: apiUrl } = process.env;
      await use({ url, apiUrl });
    },
    { scope: 'worker' },
  ],

  /**
   * A function that opens pages of fresh browser profiles: of a demo person by
   * name, or of nobody. They are closed after the test, which fails when one of
   * them threw an error.
   */
  pageAs: async ({ browser, portal }, use) => {
    const contexts = [];
    const errors = [];
    await use(async (user, { theme = 'light', language = 'en' } = {}) => {
      const context = await browser.newContext({ baseURL: portal.url });
      contexts.push(context);
      await context.addInitScript(
        ([name, chosenTheme, chosenLanguage]) => {
          if (name) localStorage.setItem('ml-lens-demo-user', name);
          localStorage.setItem('theme', chosenTheme);
          localStorage.setItem('language', chosenLanguage);
        },
        [user, theme, language],
      );
      const page = await context.newPage();
      page.on('pageerror', error => errors.push(String(error)));
      return page;
    });
    await Promise.all(contexts.map(context => context.close()));
    expect(errors).toEqual([]);
  },
});

export const expect = baseExpect.extend({
  /** That axe finds nothing on a page. */
  async toBeAccessible(page) {
    const violations = await axeViolations(page);
    return {
      pass: violations.length === 0,
      message: () => `axe found:\n${violations.join('\n')}`,
    };
  },
});
