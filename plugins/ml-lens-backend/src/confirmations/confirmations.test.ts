// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { InputError, NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { LensDocument } from '@ml-lens/lens-model';
import type { LensConfirm } from '@ml-lens/lens-model/confirm';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { actorOf } from '../auth/caller';
import { StaleWriteError } from '../errors';
import { DoubtStore } from '../reviews/DoubtStore';
import { Freshness } from '../reviews/Freshness';
import { rebuild } from '../reviews/projection/rebuild';
import { Ageing } from './Ageing';
import { ConfirmationService } from './ConfirmationService';
import { ModelVersionStore } from './ModelVersionStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const KEY = { workloadId: 'pricing', lensId: 'phased' };

/** What puts answers in doubt, by question. */
const CONFIRM: Record<string, LensConfirm> = {
  goal: { age: 'P180D' },
  data: { on: ['MODEL_VERSION', 'OWNER_CHANGED'], age: 'P30D' },
  drift: { on: ['MODEL_VERSION'] },
};

/** The phased lens with what puts its answers in doubt. */
function doubtingLens(changes: Partial<LensDocument> = {}): LensDocument {
  const lens = phasedLens(changes);
  return {
    ...lens,
    pillars: lens.pillars.map(pillar => ({
      ...pillar,
      questions: pillar.questions.map(question =>
        question.id in CONFIRM
          ? { ...question, confirm: CONFIRM[question.id] }
          : question,
      ),
    })),
  };
}

describe.each(databases.ids)('confirmations on %s', id => {
  let now = '2026-03-01T10:00:00.000Z';

  async function setUp() {
    now = '2026-03-01T10:00:00.000Z';
    const clock = () => now;
    const lenses = lensesOf(doubtingLens());
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex, { clock, lenses });
    await reviews.addWorkloads(workloadRecord('pricing'));
    const doubts = new DoubtStore(knex);
    const service = new ConfirmationService({
      clock,
      reviews: reviews.store,
      lenses,
      writer: reviews.writer,
      doubts,
      versions: new ModelVersionStore(knex),
    });
    const ageing = () =>
      new Ageing({
        clock,
        knex,
        lenses,
        doubts,
        freshness: new Freshness({ days: 90 }, ['deprecated']),
        logger: mockServices.logger.mock(),
      });
    const answer = async (...questionIds: string[]) => {
      for (const questionId of questionIds) {
        const { answers } = await reviews.service.review(KEY, undefined);
        await reviews.editor.putAnswer(
          { ...KEY, questionId },
          {
            revision: answers[questionId].revision,
            selectedChoices: [`${questionId}_a`],
          },
          caller,
        );
      }
    };
    const open = async (at?: string) =>
      (await reviews.service.review(KEY, at)).toConfirm.map(
        ({ questionId, reason }) => `${questionId} ${reason}`,
      );
    const listed = async (filters: object = {}) =>
      (
        await reviews.scorecards.page(
          filters,
          { sort: 'title', limit: 9 },
          caller,
        )
      ).items.map(({ toConfirm }) => toConfirm);
    const report = async (version: string, name = 'ranker') =>
      await service.take(
        'pricing',
        { source: 'mlflow', name, version },
        actorOf(caller),
      );
    return {
      ...reviews,
      confirms: service,
      ageing,
      answer,
      open,
      listed,
      report,
    };
  }

  it('puts exactly the answers in doubt that the lens says versions concern', async () => {
    const { answer, open, listed, report, service } = await setUp();
    await answer('goal', 'data', 'label');
    const first = await report('7');
    expect(mlLensRoutes.reportModelVersion.response.parse(first)).toEqual(
      first,
    );
    expect(first).toMatchObject({
      known: false,
      at: now,
      toConfirm: [{ lens: 'phased', questionIds: ['data'] }],
    });
    expect(await open()).toEqual(['data MODEL_VERSION']);
    expect(await listed()).toEqual([1]);
    expect(await listed({ confirm: 'true' })).toEqual([1]);
    expect(await listed({ confirm: 'false' })).toEqual([]);

    // The same again is known, and nothing happens; another model is another.
    expect(await report('7')).toMatchObject({ known: true, toConfirm: [] });
    expect(await report('7', 'embedder')).toMatchObject({ known: false });
    const { items } = await service.history(KEY, { limit: 20 });
    expect(
      items.filter(({ type }) => type === 'MODEL_VERSION_REPORTED'),
    ).toHaveLength(2);
    expect(items[1]).toMatchObject({
      source: 'SYSTEM',
      after: {
        source: 'mlflow',
        name: 'ranker',
        version: '7',
        questions: ['data'],
      },
    });
  });

  it('takes no version from the future', async () => {
    const { confirms } = await setUp();
    await expect(
      confirms.take(
        'pricing',
        {
          source: 'mlflow',
          name: 'm',
          version: '1',
          at: '2026-03-02T10:00:00Z',
        },
        actorOf(caller),
      ),
    ).rejects.toThrow(InputError);
  });

  it('is over with a word, which keeps the choices and counts as a look', async () => {
    const { answer, open, listed, report, confirms, service, knex, ...on } =
      await setUp();
    await answer('data', 'drift');
    await report('7');
    expect(await open()).toEqual(['data MODEL_VERSION', 'drift MODEL_VERSION']);
    const before = await service.review(KEY, undefined);

    now = '2026-03-05T10:00:00.000Z';
    const { answer: confirmed, scorecard } = await confirms.confirm(
      { ...KEY, questionId: 'data' },
      { revision: 1, notes: 'Looked at the new model.' },
      caller,
    );
    expect(confirmed).toMatchObject({
      ...before.answers.data,
      revision: 2,
      notes: 'Looked at the new model.',
      confirmedAt: now,
      confirmedBy: 'user:default/mei',
    });
    expect(scorecard).toEqual(before.scorecard);
    expect(await open()).toEqual(['drift MODEL_VERSION']);
    expect(await listed()).toEqual([1]);
    // As it was before somebody said so.
    expect(await open('2026-03-04T10:00:00.000Z')).toHaveLength(2);
    expect((await service.review(KEY, undefined)).answers.data).toEqual(
      confirmed,
    );

    const stored = await projectionsOf(knex);
    await rebuild({ store: on.store, lenses: on.lenses });
    expect(await projectionsOf(knex)).toEqual(stored);

    // A fresh answer is as good as a word.
    await on.editor.putAnswer(
      { ...KEY, questionId: 'drift' },
      { revision: 1, selectedChoices: ['drift_a', 'drift_b'] },
      caller,
    );
    expect(await open()).toEqual([]);
    expect(await listed()).toEqual([0]);
  });

  it('refuses a word about another answer, or about none', async () => {
    const { answer, confirms } = await setUp();
    await answer('data');
    await expect(
      confirms.confirm({ ...KEY, questionId: 'data' }, { revision: 0 }, caller),
    ).rejects.toThrow(StaleWriteError);
    await expect(
      confirms.confirm({ ...KEY, questionId: 'goal' }, { revision: 0 }, caller),
    ).rejects.toThrow(NotFoundError);
  });

  it('ages answers question by question, once, and from the last word on', async () => {
    const { ageing, answer, confirms, open } = await setUp();
    await answer('goal', 'data', 'label');
    now = '2026-04-15T10:00:00.000Z';
    const runs = await Promise.all([1, 2, 3].map(() => ageing().run()));
    expect(runs.reduce((sum, count) => sum + count)).toBe(1);
    expect(await open()).toEqual(['data AGE']);
    await confirms.confirm(
      { ...KEY, questionId: 'data' },
      { revision: 1 },
      caller,
    );
    now = '2026-05-01T10:00:00.000Z';
    expect(await ageing().run()).toBe(0);
    now = '2026-10-01T10:00:00.000Z';
    await ageing().run();
    expect((await open()).sort()).toEqual(['data AGE', 'goal AGE']);
  });

  it('asks anew where another owner took over', async () => {
    const { addWorkloads, ageing, answer, open } = await setUp();
    await answer('goal', 'data');
    expect(await ageing().run()).toBe(0);
    await addWorkloads(
      workloadRecord('pricing', { owner: 'group:default/fraud' }),
    );
    expect(await ageing().run()).toBe(1);
    expect(await ageing().run()).toBe(0);
    expect(await open()).toEqual(['data OWNER_CHANGED']);
  });

  it('finds aged answers by index, and reads no answer to list what is to confirm', async () => {
    const { answer, knex, report, scorecards } = await setUp();
    await answer('data');
    await report('7');
    await scorecards.page({}, { sort: 'title', limit: 9 }, caller);
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    knex.on('query', listen);
    await scorecards.page(
      { confirm: 'true' },
      { sort: 'title', limit: 9 },
      caller,
    );
    knex.removeListener('query', listen);
    expect(asked.filter(sql => /answer_doubts|"?answers"?/.test(sql))).toEqual(
      [],
    );
  });
});
