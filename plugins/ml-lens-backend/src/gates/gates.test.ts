// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { LensDocument } from '@ml-lens/lens-model';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  lensesOf,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import type { ConfiguredGate } from '../config';
import { StaleWriteError } from '../errors';
import { rebuild } from '../reviews/projection/rebuild';
import { WaiverStore } from '../waivers/WaiverStore';
import { MilestoneService } from '../milestones/MilestoneService';
import { ScoreHistoryStore } from '../milestones/ScoreHistoryStore';
import { GateService } from './GateService';

jest.setTimeout(120_000);

const databases = testDatabases();
const KEY = { workloadId: 'pricing', lensId: 'phased' };
const GATE = { ...KEY, gateId: 'ready' };
const REQUEST = { ...GATE, number: '1' };
/** Who decides. */
const lead = mockCredentials.user('user:default/lea');

function gatedLens(changes: Partial<LensDocument> = {}): LensDocument {
  return phasedLens({
    gates: [
      {
        id: 'ready',
        phase: 'prepare',
        name: 'Data ready',
        require: {
          noHigh: true,
          coverage: 1,
          practices: ['goal_a'],
          evidenceFresh: true,
          maxWaivers: 1,
        },
      },
    ],
    ...changes,
  });
}

describe.each(databases.ids)('gates on %s', id => {
  let now = '2026-03-01T10:00:00.000Z';

  async function setUp(
    options: { configured?: ConfiguredGate[]; mayDecide?: boolean } = {},
  ) {
    now = '2026-03-01T10:00:00.000Z';
    const clock = () => now;
    const lenses = lensesOf(
      gatedLens(),
      gatedLens({
        version: '2',
        gates: [{ id: 'ready', phase: 'frame', name: 'Other', require: {} }],
      }),
    );
    const knex = await databases.create(id);
    const access = accessOf({
      requireWorkload: async (_, action) => {
        if (action === 'decide' && options.mayDecide === false) {
          throw new NotAllowedError('may not decide');
        }
      },
    });
    // The review begins with the first version.
    const reviews = reviewsOn(knex, {
      clock,
      lenses: {
        ...lenses,
        latestPublished: async () => lenses.compiled('phased', '1'),
      },
    });
    await reviews.addWorkloads(workloadRecord('pricing'));
    const waivers = new WaiverStore(knex);
    const gates = new GateService({
      access,
      clock,
      reviews: reviews.store,
      lenses,
      writer: reviews.writer,
      knex,
      configured: options.configured ?? [],
    });
    const answer = async (questionId: string, ...endings: string[]) => {
      const { answers } = await reviews.service.review(KEY, undefined);
      await reviews.editor.putAnswer(
        { ...KEY, questionId },
        {
          revision: answers[questionId].revision,
          selectedChoices: endings.map(ending => `${questionId}${ending}`),
        },
        caller,
      );
    };
    const state = async (at?: string) =>
      (await gates.list(KEY, at, caller)).items[0];
    const planned = async () =>
      await knex('improvements').select(
        'question_id',
        'choice_id',
        'due_date',
        'status',
      );
    return { ...reviews, knex, lenses, waivers, gates, answer, state, planned };
  }

  it('says what it asks for, and whether that is so', async () => {
    const { answer, gates, state } = await setUp();
    const before = await gates.list(KEY, undefined, caller);
    expect(mlLensRoutes.listGates.response.parse(before)).toEqual(before);
    expect(before.items).toMatchObject([{ status: null, met: false }]);
    expect(before.next).toBe('ready');
    await answer('goal', '_a', '_b');
    await answer('data', '_a');
    await answer('label', '_no');
    expect((await state()).requirements).toMatchObject([
      { kind: 'NO_HIGH', met: false, questionIds: ['label'] },
      { kind: 'COVERAGE', met: true, found: 1 },
      { kind: 'PRACTICE', met: true, choiceId: 'goal_a' },
      { kind: 'EVIDENCE_FRESH', met: true },
      { kind: 'MAX_WAIVERS', met: true },
    ]);
    await answer('label', '_a');
    expect(await state()).toMatchObject({ met: true, status: null });
  });

  it('is passed by somebody who may decide, and never by who asked', async () => {
    const { gates, service, state } = await setUp();
    const asked = await gates.request(GATE, { comment: 'Please' }, caller);
    expect(mlLensRoutes.requestGate.response.parse(asked)).toEqual(asked);
    expect(asked).toMatchObject({ number: 1, status: 'OPEN', basis: null });
    await expect(gates.request(GATE, {}, lead)).rejects.toThrow(ConflictError);
    for (const decision of ['GO', 'NO_GO'] as const) {
      await expect(gates.decide(REQUEST, { decision }, caller)).rejects.toThrow(
        NotAllowedError,
      );
    }
    now = '2026-03-02T10:00:00.000Z';
    const decided = await gates.decide(
      REQUEST,
      { decision: 'GO', comment: 'Looked at it' },
      lead,
    );
    expect(mlLensRoutes.decideGate.response.parse(decided)).toEqual(decided);
    expect(decided).toMatchObject({
      status: 'GO',
      decidedAt: now,
      decidedBy: 'user:default/lea',
      decisionComment: 'Looked at it',
      basis: { seq: 1, lensVersion: '1', gate: { name: 'Data ready' } },
    });
    expect(await state()).toMatchObject({ status: 'GO', met: false });
    expect((await gates.list(KEY, undefined, caller)).next).toBeNull();
    expect((await state('2026-03-01T12:00:00.000Z')).requests).toEqual([asked]);
    await expect(
      gates.decide(REQUEST, { decision: 'NO_GO' }, lead),
    ).rejects.toThrow(StaleWriteError);
    const { items } = await service.history(KEY, { limit: 9 });
    expect(items.map(({ type, by }) => [type, by])).toEqual([
      ['GATE_DECIDED', 'user:default/lea'],
      ['GATE_REQUESTED', 'user:default/mei'],
    ]);
  });

  it('is part of what changed between two points', async () => {
    const { clock, gates, knex, lenses, store, writer } = await setUp();
    const milestones = new MilestoneService({
      clock,
      reviews: store,
      lenses,
      writer,
      scores: new ScoreHistoryStore(knex),
    });
    now = '2026-03-01T10:00:00.000Z';
    await gates.request(GATE, {}, caller);
    now = '2026-03-02T10:00:00.000Z';
    await gates.decide(REQUEST, { decision: 'NO_GO' }, lead);
    const between = async (from: string, to: string) => {
      const diff = await milestones.diff(KEY, { from, to });
      expect(mlLensRoutes.getReviewDiff.response.parse(diff)).toEqual(diff);
      return diff.gates;
    };
    const decision = {
      gate: GATE.gateId,
      name: 'Data ready',
      number: 1,
      decision: 'NO_GO',
      decidedAt: now,
      decidedBy: 'user:default/lea',
    };
    expect(await between('2026-03-01T00:00:00Z', 'now')).toEqual([decision]);
    expect(
      await between('2026-03-01T00:00:00Z', '2026-03-02T09:59:59Z'),
    ).toEqual([]);
    expect(await between('now', '2026-03-01T00:00:00Z')).toEqual([decision]);
  });

  it('never goes back with a clock that does', async () => {
    const { answer, gates } = await setUp();
    now = '2026-03-05T10:00:00.000Z';
    await answer('goal', '_a');
    now = '2026-03-05T09:00:00.000Z';
    const asked = await gates.request(GATE, {}, caller);
    expect(asked.requestedAt).toBe('2026-03-05T10:00:00.000Z');
    const { decidedAt } = await gates.decide(REQUEST, { decision: 'GO' }, lead);
    expect(decidedAt).toBe('2026-03-05T10:00:00.000Z');
  });

  it('is decided by nobody who may not', async () => {
    const { gates } = await setUp({ mayDecide: false });
    await gates.request(GATE, {}, caller);
    await expect(
      gates.decide(REQUEST, { decision: 'GO' }, lead),
    ).rejects.toThrow(NotAllowedError);
    // Whoever asks may take it back, after which nothing waits.
    const back = await gates.decide(REQUEST, { decision: 'WITHDRAWN' }, caller);
    expect(back.status).toBe('WITHDRAWN');
    await expect(
      gates.decide(REQUEST, { decision: 'WITHDRAWN' }, caller),
    ).rejects.toThrow(StaleWriteError);
    expect(await gates.request(GATE, {}, caller)).toMatchObject({ number: 2 });
  });

  it('makes conditions items of the plan', async () => {
    const { gates, planned } = await setUp();
    await gates.request(GATE, {}, caller);
    const decide = (
      decision: 'GO' | 'GO_WITH_CONDITIONS',
      ...conditions: object[]
    ) =>
      gates.decide(
        REQUEST,
        {
          decision,
          conditions: conditions.map(condition => ({
            questionId: 'data',
            choiceId: 'data_b',
            dueDate: '2026-04-01',
            ...condition,
          })),
        },
        lead,
      );
    await expect(decide('GO_WITH_CONDITIONS')).rejects.toThrow(InputError);
    await expect(decide('GO', {})).rejects.toThrow(InputError);
    await expect(
      decide('GO_WITH_CONDITIONS', { dueDate: '2026-02-28' }),
    ).rejects.toThrow('before today');
    await expect(
      decide('GO_WITH_CONDITIONS', { choiceId: 'data_no' }),
    ).rejects.toThrow(InputError);
    await expect(decide('GO_WITH_CONDITIONS', {}, {})).rejects.toThrow(
      'named twice',
    );
    expect(await planned()).toEqual([]);
    const { conditions } = await decide('GO_WITH_CONDITIONS', {
      note: 'Before the pilot',
    });
    expect(conditions).toHaveLength(1);
    expect(await planned()).toEqual([
      {
        question_id: 'data',
        choice_id: 'data_b',
        due_date: '2026-04-01',
        status: 'NOT_STARTED',
      },
    ]);
  });

  it('keeps what a decision rests on, whatever happens later', async () => {
    const { answer, gates, knex, lenses, state, store, waivers, writer } =
      await setUp();
    await answer('goal', '_a', '_b');
    await answer('data', '_a');
    await answer('label', '_no');
    const [review] = await store.reviewsOf('pricing');
    await waivers.add({
      waiver_id: 'w',
      review_id: review.review_id,
      question_id: 'label',
      status: 'REQUESTED',
      reason: 'small',
      expires_at: '2026-06-01T00:00:00.000Z',
      requested_at: now,
      requested_by: 'user:default/mei',
      decided_at: null,
      decided_by: null,
      decision_note: null,
      ended_at: null,
      ended_by: null,
    });
    await waivers.decide('w', {
      approve: true,
      at: now,
      by: 'user:default/lea',
      note: null,
    });
    await gates.request(GATE, {}, caller);
    now = '2026-03-02T10:00:00.000Z';
    const decided = await gates.decide(REQUEST, { decision: 'GO' }, lead);
    expect(decided.basis).toMatchObject({
      requirements: [
        { kind: 'NO_HIGH', met: true },
        { kind: 'COVERAGE', met: true },
        { kind: 'PRACTICE', met: true },
        { kind: 'EVIDENCE_FRESH', met: true },
        { kind: 'MAX_WAIVERS', met: true, found: 1, questionIds: ['label'] },
      ],
      waivers: [{ id: 'w', questionId: 'label' }],
    });

    for (let change = 0; change < 500; change++) {
      now = new Date(Date.parse(now) + 60_000).toISOString();
      await answer('goal', change % 2 ? '_a' : '_no');
    }
    const to = await lenses.compiled('phased', '2');
    await writer.write(
      'pricing',
      'phased',
      () => [
        {
          type: 'LENS_UPGRADED',
          before: { lensVersion: '1', answers: {} },
          after: { lensVersion: '2', answers: {} },
          by: 'user:default/mei',
          source: 'UPGRADE',
        },
      ],
      { versions: [to], leaving: true },
    );
    const later = await state();
    expect(later).toMatchObject({ gate: { name: 'Other' }, status: 'GO' });
    expect(later.requests).toEqual([decided]);
    const then = await state('2026-03-02T10:00:00.000Z');
    expect(then.requests).toEqual([decided]);
    expect(then.requirements).toEqual(decided.basis!.requirements);

    const before = await projectionsOf(knex);
    await rebuild({ store, lenses });
    expect(await projectionsOf(knex)).toEqual(before);
    expect((await state()).requests).toEqual([decided]);
  });

  it('comes from the configuration too, for lenses that have its phase', async () => {
    const { gates } = await setUp({
      configured: [
        {
          id: 'live',
          phase: 'run',
          name: 'Go live',
          require: { noHigh: true },
        },
        { id: 'lost', phase: 'nowhere', name: 'Lost', require: {} },
      ],
    });
    const { items } = await gates.list(KEY, undefined, caller);
    expect(items.map(({ gate }) => gate.id)).toEqual(['ready', 'live']);
    await expect(
      gates.request({ ...KEY, gateId: 'lost' }, {}, caller),
    ).rejects.toThrow(NotFoundError);
    await expect(
      gates.decide({ ...GATE, number: '7' }, { decision: 'GO' }, lead),
    ).rejects.toThrow(NotFoundError);
    await expect(
      gates.decide({ ...GATE, number: 'x' }, { decision: 'GO' }, lead),
    ).rejects.toThrow(InputError);
  });
});
