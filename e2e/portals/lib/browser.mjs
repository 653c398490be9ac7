// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Somebody at a browser: what they do in a portal, and what it complains about.
import { after, before } from 'node:test';
import { launchBrowser } from '../../lib/chromium.mjs';
import { SERVICE } from './portal.mjs';

const MILLISECONDS = 30_000;

/** The tab of the linked service. */
export const TAB = `catalog/default/component/${SERVICE}/ml-lens`;

/** Opens the browser before the tests of a file and closes it after them. */
export function useBrowser() {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  /** A page of a fresh profile; `complaints` is what went wrong on it. */
  return async function openPage(url, { theme } = {}) {
    const context = await browser.newContext({
      // Addresses without a leading slash are below it.
      baseURL: `${url}/`,
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(MILLISECONDS);
    if (theme) {
      await context.addInitScript(
        chosen => localStorage.setItem('theme', chosen),
        theme,
      );
    }
    const page = await context.newPage();
    page.complaints = [];
    page.on('pageerror', error => page.complaints.push(error.stack));
    page.on('console', message => {
      if (message.type() === 'error') {
        page.complaints.push(`${message.text()} (${message.location().url})`);
      }
    });
    return page;
  };
}

/** Of what went wrong, that which happened in or below code of ML Lens. */
export const ours = complaints =>
  complaints.filter(text => /ml-lens/.test(text));

/** The items of the sidebar. */
export const sidebar = page =>
  page.getByRole('navigation', { name: 'sidebar nav' });

/**
 * Notes who has the browser make code from text, which a strict policy refuses.
 *
 * @returns a function that gives the scripts that asked the compilers for it
 */
export async function watchForCode(page) {
  const callers = new Set();
  await page.exposeFunction('noteCaller', stack => {
    const files = stack.match(/\/static\/[\w.-]+\.js/g) ?? [];
    const caller = files.find(file => !/module-(zod|ajv)\./.test(file));
    if (caller) callers.add(caller.replace(/\.\w+\.js$/, ''));
  });
  await page.addInitScript(() => {
    Error.stackTraceLimit = 50;
    const note = () => window.noteCaller(new Error().stack);
    window.Function = new Proxy(Function, {
      apply: (...call) => (note(), Reflect.apply(...call)),
      construct: (...call) => (note(), Reflect.construct(...call)),
    });
  });
  return () => [...callers].map(file => file.replace('/static/', ''));
}

/** Goes in as a guest. */
export async function enter(page) {
  await page.goto('');
  await page.getByRole('button', { name: 'Enter' }).click();
  await sidebar(page).getByRole('link').first().waitFor();
}

/** From the sidebar to the page of the organisation. */
export async function openFromSidebar(page) {
  await sidebar(page).getByRole('link', { name: 'ML Lens' }).click();
  await page.waitForURL(/\/ml-lens\//);
}

/** From the catalog to the tab of the linked service. */
export async function openTab(page) {
  await page.goto(`catalog/default/component/${SERVICE}`);
  // A tab or a link, as the frontend system has it.
  await page
    .locator(`a[href$="/${TAB}"]`, { hasText: /^ML Lens$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Questions' }).waitFor();
}

/** Answers the next open question with its first practice. */
export async function answerNext(page) {
  await page.keyboard.press('n');
  await page.waitForURL(/question=/);
  const question = page
    .locator('li')
    .filter({ has: page.locator('[aria-expanded=true]') });
  await question.getByRole('checkbox').first().click({ force: true });
  await question.getByText('Saved', { exact: true }).waitFor();
}

/** Chooses a language on the page of settings. */
export async function chooseLanguage(page, from, to) {
  await page.goto('settings');
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('option', { name: to }).click();
}
