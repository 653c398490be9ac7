// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* The heatmap with as many rows as wanted, and how fast it scrolls. */

const GRID = 'table[role=grid]';

/** Frames a second while the heatmap is scrolled for two seconds. */
export async function framesWhileScrolling(page) {
  await page.waitForSelector(GRID);
  return await page.evaluate(async grid => {
    const box = document.querySelector(grid).parentElement;
    const began = performance.now();
    let frames = 0;
    await new Promise(resolve => {
      const step = now => {
        frames++;
        box.scrollTop += 60;
        if (now - began > 2_000) resolve();
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
    return Math.round((1_000 * frames) / (performance.now() - began));
  }, GRID);
}

/** Rows as many as wanted, made of those of the first page. */
export async function manyRows(page, count) {
  let first;
  await page.route(/scorecards\/heatmap/, async route => {
    if (route.request().method() === 'OPTIONS') return route.continue();
    if (!first) {
      const response = await route.fetch();
      const headers = response.headers();
      delete headers['content-length'];
      delete headers['content-encoding'];
      first = { headers, body: await response.json() };
    }
    const at = Number(
      new URL(route.request().url()).searchParams.get('cursor') ?? 0,
    );
    const { rows } = first.body;
    const next = at + rows.length;
    return route.fulfill({
      headers: first.headers,
      json: {
        ...first.body,
        totalItems: count,
        rows: rows.map((one, index) => ({
          ...one,
          key: `row-${at + index}`,
          title: `Row ${at + index}`,
        })),
        pageInfo: next < count ? { nextCursor: String(next) } : {},
      },
    });
  });
}
