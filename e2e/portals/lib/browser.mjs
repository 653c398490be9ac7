// Somebody at a browser: what they do in a portal, and what it complains about.
import { after, before } from 'node:test';
import { launchBrowser } from '../../lib/chromium.mjs';
import { SERVICE } from './portal.mjs';

const MILLISECONDS = 60_000;

/** Opens the browser before the tests of a file and closes it after them. */
export function useBrowser() {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  /** A page of a fresh profile; `complaints` is what went wrong on it. */
  return async function openPage(baseURL, { language } = {}) {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(MILLISECONDS);
    if (language) {
      await context.addInitScript(
        chosen => localStorage.setItem('language', chosen),
        language,
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

/** Goes in as a guest. */
export async function enter(page, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('navigation', { name: 'sidebar nav' }).waitFor();
}

/** From the sidebar to the page of the organisation. */
export async function openFromSidebar(page) {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'ML Lens' })
    .click();
  await page.waitForURL(/\/ml-lens\//);
}

/** From the catalog to the tab of the linked service. */
export async function openTab(page) {
  await page.goto(`/catalog/default/component/${SERVICE}`);
  await page.getByRole('tab', { name: 'ML Lens' }).click();
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
