// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What people do in the portal, by hand and past the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds on the page, in words; empty when all is well. */
export async function axeViolations(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      },
      // Good practice that every page keeps. Not `region`: the header the
      // portal draws on an entity's page is in no landmark.
      rules: {
        'landmark-one-main': { enabled: true },
        'landmark-no-duplicate-main': { enabled: true },
      },
    }),
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 4)
        .map(
          node => `    ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`,
        )
        .join('\n')}`,
  );
}

/** Calls the API as somebody, past the browser. */
export async function api(user, method, path, body) {
  const { PORTAL_API_URL } = process.env;
  const session = await fetch(`${PORTAL_API_URL}/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
  }).then(response => response.json());
  const response = await fetch(`${PORTAL_API_URL}/ml-lens${path}`, {
    method,
    headers: {
      authorization: `Bearer ${session.backstageIdentity.token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

export const tabOf = (name, query = '') =>
  `/catalog/default/component/${name}/ml-lens${query}`;

/** The question that is open on a tab. */
export const openQuestion = page =>
  page.locator('li').filter({ has: page.locator('[aria-expanded=true]') });

/**
 * Milliseconds from clicks on the first choice of the open question to the
 * frame that shows the new score, shortest first. Each click is undone by the
 * next, so an even number leaves all as it was.
 */
export async function timeToScore(page, clicks) {
  const times = [];
  for (let click = 0; click < clicks; click++) {
    await page.evaluate(() => {
      const ring = document.querySelector('[role=img][aria-label$="of 100"]');
      window.shownAt = undefined;
      document.addEventListener(
        'click',
        () => {
          window.clickedAt = performance.now();
        },
        { capture: true, once: true },
      );
      new MutationObserver((_changes, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => {
          window.shownAt = performance.now();
        });
      }).observe(ring, { attributes: true, attributeFilter: ['aria-label'] });
    });
    await openQuestion(page).getByRole('checkbox').first().click({
      force: true,
    });
    await page.waitForFunction(() => window.shownAt !== undefined);
    times.push(await page.evaluate(() => window.shownAt - window.clickedAt));
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
  }
  return times.map(Math.round).sort((a, b) => a - b);
}
