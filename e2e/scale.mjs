#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// How the pages feel with an organisation of its size: first content beside that
// of the catalog's own list, the longest task after it, the largest page, frames
// of the heatmap, names that flash as ids. It is the browser that is measured:
// the demo's answers are made as long as those of so many workloads and owners,
// between the backend and the page. What a backend needs, `yarn bench` measures.
//
//   node e2e/scale.mjs                    2,500 workloads of as many owners
//   node e2e/scale.mjs --only heatmap     some of the pages
//   node e2e/scale.mjs --runs 5           cold loads of a page, of which the median
//
// Prints figures and ends with 1 where one is over its bar.
import { parseArgs } from 'node:util';
import { launchBrowser } from './lib/chromium.mjs';
import { framesWhileScrolling, manyRows } from './lib/heatmap.mjs';
import { startPortal } from './lib/portal.mjs';

const { values } = parseArgs({
  options: {
    workloads: { type: 'string', default: '2500' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const workloads = Number(values.workloads);
const runs = Number(values.runs);

const BARS = { ratio: 1.2, task: 200, elements: 5_000, frames: 30 };
const USER = 'tomas';

const numberOf = index => String(index).padStart(4, '0');
const refOf = index => `group:default/crew-${numberOf(index)}`;
const OWNERS = Array.from({ length: workloads }, (_, index) => refOf(index));

/** As the catalog knows a team. */
function crew(ref) {
  const name = ref.replace('group:default/', '');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      namespace: 'default',
      name,
      title: name.replace('crew-', 'Crew '),
      annotations: {},
    },
    spec: { type: 'team', children: [] },
    relations: [],
  };
}

/** What the backend would say of so many workloads, none of them begun. */
const LONGER = [
  [
    /\/scorecards\/summary/,
    body => {
      const [some] = body.groups ?? [];
      const none = Object.fromEntries(
        Object.keys(body.total.counts).map(key => [key, 0]),
      );
      const group = {
        ...(some ?? body.total),
        workloads: 1,
        begun: 0,
        assessed: 0,
        score: null,
        coverage: 0,
        counts: none,
        levels: { 'Not assessed': 1 },
      };
      const { total } = body;
      return {
        ...body,
        total: { ...total, workloads: total.workloads + workloads },
        distribution: {
          ...body.distribution,
          noScore: body.distribution.noScore + workloads,
        },
        ...(body.groupBy === 'owner' && {
          groups: [...body.groups, ...OWNERS.map(key => ({ ...group, key }))],
        }),
      };
    },
  ],
  [
    /\/scorecards\/facets/,
    body => ({
      ...body,
      facets: {
        ...body.facets,
        owner: [
          ...body.facets.owner,
          ...OWNERS.map(value => ({ value, count: 1 })),
        ],
      },
    }),
  ],
];

/** Answers for the catalog where it is asked about the teams. */
async function answerForTeams(route) {
  const request = route.request();
  if (request.method() === 'OPTIONS') return route.continue();
  if (/by-refs/.test(request.url())) {
    const asked = request.postDataJSON();
    const response = await route.fetch();
    const { items } = await response.json();
    return route.fulfill({
      response,
      json: {
        items: asked.entityRefs.map((ref, index) =>
          OWNERS.includes(ref) ? crew(ref) : items[index],
        ),
      },
    });
  }
  const term = new URL(request.url()).searchParams.get('fullTextFilterTerm');
  if (!term) return route.continue();
  const items = OWNERS.map(crew)
    .filter(({ metadata }) => metadata.title.includes(term))
    .slice(0, 100);
  return route.fulfill({
    response: await route.fetch(),
    json: { items, totalItems: items.length, pageInfo: {} },
  });
}

async function answerAtLength(context) {
  for (const [pattern, lengthen] of LONGER) {
    await context.route(pattern, async route => {
      if (route.request().method() === 'OPTIONS') return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, json: lengthen(await response.json()) });
    });
  }
  await context.route(/\/catalog\/entities\/by-/, answerForTeams);
}

/** Watches a page from its beginning: long tasks, and ids in place of names. */
function watch() {
  window.longTasks = [];
  window.flashes = new Set();
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      window.longTasks.push({ startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(changes => {
    for (const { addedNodes, target, type } of changes) {
      const nodes = type === 'characterData' ? [target] : addedNodes;
      for (const node of nodes) {
        const [slug] = /\b(crew|model)-\d{4}\b/.exec(node.textContent) ?? [];
        if (slug) window.flashes.add(slug);
      }
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

async function open(browser, baseURL) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(user => {
    localStorage.setItem('ml-lens-demo-user', user);
    localStorage.setItem('language', 'en');
  }, USER);
  await context.addInitScript(watch);
  await answerAtLength(context);
  return await context.newPage();
}

/** Without the answers that are still on their way. */
async function close(page) {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}

const median = list =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Longest task that began after an instant, in milliseconds. */
const longestAfter = (page, instant) =>
  page.evaluate(
    from =>
      Math.round(
        Math.max(
          0,
          ...window.longTasks
            .filter(({ startTime }) => startTime >= from)
            .map(({ duration }) => duration),
        ),
      ),
    instant,
  );
const countElements = page =>
  page.evaluate(() => document.getElementsByTagName('*').length);

const failures = [];

function row(name, figures) {
  const over = Object.entries(figures).flatMap(([key, value]) => {
    if (value === undefined || !(key in BARS)) return [];
    const isOver = key === 'frames' ? value < BARS[key] : value > BARS[key];
    return isOver ? [key] : [];
  });
  failures.push(...over.map(key => `${name}: ${key}`));
  console.log(
    [
      name.padEnd(28),
      ...['first', 'ratio', 'task', 'elements', 'frames'].map(key =>
        String(figures[key] ?? '').padStart(9),
      ),
      over.length > 0 ? `  over: ${over.join(', ')}` : '',
      figures.flashes ? `  flashes: ${figures.flashes}` : '',
    ].join(' '),
  );
}

async function measure(browser, baseURL, { path: address, content, then }) {
  const firsts = [];
  let last;
  for (let run = 0; run < runs; run++) {
    const page = await open(browser, baseURL);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(content);
    const first = await page.evaluate(() => performance.now());
    firsts.push(first);
    await page.waitForLoadState('networkidle');
    last = {
      task: await longestAfter(page, first),
      elements: await countElements(page),
      flashes: await page.evaluate(() =>
        [...window.flashes].slice(0, 3).join(),
      ),
    };
    if (run === runs - 1 && then) await then(page);
    await close(page);
  }
  return { first: Math.round(median(firsts)), ...last };
}

const has = selector => `document.querySelector(${JSON.stringify(selector)})`;
const PAGES = [
  {
    name: 'overview',
    path: '/ml-lens/overview',
    content: has('section a[href*="sort="] [role=img]'),
  },
  {
    name: 'list',
    path: '/ml-lens/workloads',
    content: has('[role=row] a[href*="/ml-lens"]'),
    then: async page => {
      const before = await page.evaluate(() => performance.now());
      await page.getByRole('button', { name: 'Owner' }).first().click();
      await page.getByRole('option').first().waitFor();
      const opened = await page.evaluate(() => performance.now());
      await page.waitForTimeout(500);
      row('  owner filter', {
        first: Math.round(opened - before),
        task: await longestAfter(page, before),
        elements: await countElements(page),
      });
      const typed = await page.evaluate(() => performance.now());
      await page.keyboard.type('0042');
      await page.getByRole('option', { name: /0042/ }).waitFor();
      const found = await page.evaluate(() => performance.now());
      row('  search in it', {
        first: Math.round(found - typed),
        task: await longestAfter(page, typed),
        elements: await countElements(page),
      });
    },
  },
  {
    name: 'roll-up',
    path: '/ml-lens/rollup',
    content: has('[role=row] [role=img]'),
  },
  {
    name: 'heatmap',
    path: '/ml-lens/heatmap',
    content: has('[role=gridcell]'),
    then: async page =>
      row('  scrolled', { frames: await framesWhileScrolling(page) }),
  },
  {
    name: 'gaps',
    path: '/ml-lens/gaps',
    content: has('[role=row] a[href*="/ml-lens"]'),
  },
  {
    name: 'for you',
    path: '/ml-lens/inbox',
    content: has('ul[aria-label="For you"] li, [role=status] h2'),
  },
  {
    name: 'tab',
    path: '/catalog/default/component/demand-forecasting/ml-lens',
    content: has('li[data-question]'),
  },
];

const portal = await startPortal();
const browser = await launchBrowser();
try {
  await measure(browser, portal.url, PAGES[0]);
  console.log(
    [
      `${workloads} + demo`.padEnd(28),
      ...['first ms', 'ratio', 'task ms', 'elements', 'frames'].map(text =>
        text.padStart(9),
      ),
    ].join(' '),
  );
  const catalog = await measure(browser, portal.url, {
    path: '/catalog?filters%5Bkind%5D=component&filters%5Buser%5D=all',
    content: has('tbody tr a[href*="/catalog/"]'),
  });
  row('the catalog’s own list', { first: catalog.first });
  for (const page of PAGES.filter(({ name }) => name.includes(values.only))) {
    const figures = await measure(browser, portal.url, page);
    row(page.name, {
      ...figures,
      ratio: Math.round((100 * figures.first) / catalog.first) / 100,
    });
  }
  for (const count of [500, 5_000]) {
    const page = await open(browser, portal.url);
    await manyRows(page, count);
    await page.goto('/ml-lens/heatmap');
    await page.getByText('Row 1', { exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    row(`heatmap of ${count} rows`, {
      frames: await framesWhileScrolling(page),
      elements: await countElements(page),
    });
    await close(page);
  }
} finally {
  await browser.close();
  await portal.stop();
}
console.log(failures.length > 0 ? failures.join('\n') : 'nothing over its bar');
process.exit(failures.length > 0 ? 1 : 0);
