// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A developer opens the tab of a service, answers, and sees the score change.
import { api, openQuestion, tabOf, timeToScore } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

const REVIEW = '/workloads/markdown-pricing/reviews/aws-ml-lens';
const QUESTION = 'me_variants';

test.describe('the entity tab', () => {
  const choice = page => openQuestion(page).getByRole('checkbox').first();
  const answerNow = async () => {
    const { body } = await api('mika', 'GET', REVIEW);
    return { ...body, answer: body.answers[QUESTION] };
  };

  test('lets somebody choose who to be, and remembers it', async ({
    pageAs,
  }) => {
    const page = await pageAs();
    await page.goto('/ml-lens/workloads');
    await page.getByRole('button', { name: /Mika Sato/ }).click();
    const workload = page.getByRole('link', { name: 'Markdown Pricing' });
    await workload.first().waitFor();
    await page.reload();
    await workload.first().waitFor();
  });

  test('saves an answer as it is given, shows the new score and undoes it', async ({
    pageAs,
  }) => {
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    await choice(page).waitFor();
    const before = await answerNow();
    const score = page.getByRole('img', { name: /of 100$/ }).first();
    const shown = await score.getAttribute('aria-label');
    const selected = await choice(page).isChecked();

    await choice(page).click({ force: true });
    await expect(score).not.toHaveAttribute('aria-label', shown);
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    const saved = await answerNow();
    expect(saved.answer.revision).toBe((before.answer?.revision ?? 0) + 1);
    expect(saved.answer.updatedBy).toBe('user:default/mika.sato');

    await openQuestion(page).getByRole('button', { name: 'Undo' }).click();
    await expect(score).toHaveAttribute('aria-label', shown);
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    await expect(choice(page)).toBeChecked({ checked: selected });
  });

  test('works by keyboard: next unanswered, then space on a choice', async ({
    pageAs,
  }) => {
    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing'));
    await page.getByRole('heading', { name: 'Questions' }).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/question=/);
    await choice(page).focus();
    await page.keyboard.press('Space');
    await openQuestion(page).getByText('Saved', { exact: true }).waitFor();
    await expect(choice(page)).toBeChecked();
  });

  test('shows both versions when two people answer, and loses neither', async ({
    pageAs,
  }) => {
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
    expect(other.status).toBe(200);

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
    expect(kept.answer.revision).toBe(revision + 2);
    expect(kept.answer.updatedBy).toBe('user:default/mika.sato');
    const { body } = await api(
      'mika',
      'GET',
      `${REVIEW}/history?question=${QUESTION}`,
    );
    expect(body.items[1].after.notes).toBe('Nothing of this kind yet.');
  });

  test('is read-only for somebody of another team', async ({ pageAs }) => {
    const page = await pageAs('amara');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    await choice(page).waitFor();
    await expect(choice(page)).toBeDisabled();
  });
});
