// A developer opens the tab of a service, answers, and sees the score change.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  api,
  openQuestion,
  tabOf,
  timeToScore,
  useBrowser,
} from './lib/browser.mjs';

const REVIEW = '/workloads/markdown-pricing/reviews/aws-ml-lens';
const QUESTION = 'me_variants';

describe('the entity tab', () => {
  const pageAs = useBrowser();
  const choice = page => openQuestion(page).getByRole('checkbox').first();
  const answerNow = async () => {
    const { body } = await api('mika', 'GET', REVIEW);
    return { ...body, answer: body.answers[QUESTION] };
  };

  it('lets somebody choose who to be, and remembers it', async () => {
    const page = await pageAs();
    await page.goto('/ml-lens/workloads');
    await page.getByRole('button', { name: /Mika Sato/ }).click();
    const workload = page.getByRole('link', { name: 'Markdown Pricing' });
    await workload.first().waitFor();
    await page.reload();
    await workload.first().waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  it('saves an answer as it is given, shows the new score and undoes it', async () => {
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    await choice(page).waitFor();
    const before = await answerNow();
    const score = page.getByRole('img', { name: /of 100$/ }).first();
    const shown = await score.getAttribute('aria-label');
    const selected = await choice(page).isChecked();

    await choice(page).click({ force: true });
    await page.waitForFunction(
      was =>
        document.querySelector('[role=img][aria-label$="of 100"]').ariaLabel !==
        was,
      shown,
    );
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    const saved = await answerNow();
    assert.equal(saved.answer.revision, (before.answer?.revision ?? 0) + 1);
    assert.equal(saved.answer.updatedBy, 'user:default/mika.sato');

    await openQuestion(page).getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(
      was =>
        document.querySelector('[role=img][aria-label$="of 100"]').ariaLabel ===
        was,
      shown,
    );
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    assert.equal(await choice(page).isChecked(), selected);
    await page.context().close();
  });

  it('works by keyboard: next unanswered, then space on a choice', async () => {
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing'));
    await page.getByRole('heading', { name: 'Questions' }).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/question=/);
    await choice(page).focus();
    await page.keyboard.press('Space');
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    assert.equal(await choice(page).isChecked(), true);
    await page.context().close();
  });

  it('shows both versions when two people answer, and loses neither', async () => {
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    await choice(page).waitFor();
    // Mika's page stays as it is while somebody else answers.
    await page.route('**/api/ml-lens/entities/**', route => route.abort());
    const { answer } = await answerNow();
    const revision = answer?.revision ?? 0;
    const other = await api('tomas', 'PUT', `${REVIEW}/answers/${QUESTION}`, {
      revision,
      selectedChoices: [`${QUESTION}_no`],
      notes: 'Nothing of this kind yet.',
    });
    assert.equal(other.status, 200);

    await choice(page).click({ force: true });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing of this kind yet.').waitFor();
    await dialog
      .getByText(/Tomáš Novák/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    const kept = await answerNow();
    assert.equal(kept.answer.revision, revision + 2);
    assert.equal(kept.answer.updatedBy, 'user:default/mika.sato');
    const { body } = await api(
      'mika',
      'GET',
      `${REVIEW}/history?question=${QUESTION}`,
    );
    assert.equal(body.items[1].after.notes, 'Nothing of this kind yet.');
    await page.context().close();
  });

  it('is read-only for somebody of another team', async () => {
    const page = await pageAs('amara');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    await choice(page).waitFor();
    assert.equal(await choice(page).isDisabled(), true);
    await page.context().close();
  });
});
