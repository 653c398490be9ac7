// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { answer, BY, jsonLines, REVIEW } from './__testUtils__/historyLines';
import { HistoryImportError } from './errors';
import { HistoryImporter } from './HistoryImporter';

jest.setTimeout(120_000);

const databases = testDatabases();

function profile(at: string, layer: string | null) {
  return { type: 'profile', workload: 'pricing', at, ...BY, layer };
}

/** A lens with a layer of the ML stack. */
const layered = phasedLens({
  stackLayers: [
    {
      id: 'ml-services',
      name: 'ML services',
      skill: 'medium',
      timeToMarket: 'medium',
      customization: 'high',
    },
  ],
});

describe.each(databases.ids)('bad lines of history files on %s', id => {
  async function setUp() {
    return reviewsOn(await databases.create(id), {
      lenses: lensesOf(layered),
    });
  }

  async function problemsOf(
    { importer, knex }: Awaited<ReturnType<typeof setUp>>,
    ...lines: object[]
  ) {
    const error: HistoryImportError = await importer
      .import(jsonLines(...lines))
      .then(
        () => {
          throw new Error('was imported');
        },
        e => e,
      );
    expect(error).toBeInstanceOf(HistoryImportError);
    expect(await knex('answer_events').select()).toEqual([]);
    return error.problems.map(({ line, code }) => [line, code]);
  }

  it('are those with the NUL character, wherever it stands', async () => {
    const at = '2026-01-01T09:00:00Z';
    const lines = [
      answer(at, 'goal', { notes: 'a\0b' }),
      answer(at, 'goal', { lensVersion: '\0' }),
      answer(at, 'goal', { lens: 'pha\0sed' }),
      answer(at, 'goal', { evidence: [{ title: 'x', note: '\0' }] }),
      { type: 'milestone', ...REVIEW, ...BY, at, name: 'Lau\0nch' },
      { type: 'milestone', ...REVIEW, ...BY, at, name: 'Launch', note: '\0' },
      {
        type: 'iteration',
        ...REVIEW,
        ...BY,
        at,
        phase: 'frame',
        reason: 'x\0',
      },
      profile(at, 'ml\0services'),
    ];
    expect(await problemsOf(await setUp(), ...lines)).toEqual(
      lines.map((_, index) => [index + 1, 'INVALID_FIELD']),
    );
  });

  it('do not hide what is wrong with good-looking lines behind them', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(
      await problemsOf(
        await setUp(),
        answer(tomorrow, 'goal'),
        answer('2026-03-01T09:00:00Z', 'goal', { selectedChoices: ['x'] }),
        answer('2026-01-02T09:00:00Z', 'goal'),
        answer('2026-01-01T09:00:00Z', 'nothing'),
        answer('2026-01-03T09:00:00Z', 'data'),
        profile(tomorrow, null),
        profile('2026-01-01T09:00:00Z', null),
      ),
    ).toEqual([
      [1, 'IN_FUTURE'],
      [2, 'INVALID_ANSWER'],
      [4, 'UNKNOWN_QUESTION'],
      [4, 'OUT_OF_ORDER'],
      [6, 'IN_FUTURE'],
    ]);
  });

  it('are those of gates, phases and answers that cannot be', async () => {
    const at = '2026-01-01T09:00:00Z';
    const line = (type: string, more: object) => ({
      type,
      ...REVIEW,
      ...BY,
      at,
      ...more,
    });
    const gate = { gate: 'ready', number: 1, name: 'Ready', phase: 'frame' };
    expect(
      await problemsOf(
        await setUp(),
        line('gate-decision', { ...gate, decision: 'GO' }),
        line('gate-request', gate),
        line('gate-request', gate),
        line('gate-request', { ...gate, number: 2 }),
        line('gate-decision', { ...gate, decision: 'GO' }),
        line('gate-decision', { ...gate, decision: 'WITHDRAWN' }),
        line('gate-decision', { ...gate, decision: 'GO' }),
        line('gate-decision', { ...gate, decision: 'MAYBE' }),
        line('phase', { phase: 'nowhere' }),
        line('confirmed', { question: 'goal' }),
      ),
    ).toEqual([
      [1, 'NO_REQUEST'],
      [3, 'DUPLICATE_REQUEST'],
      [4, 'REQUEST_WAITS'],
      [5, 'SELF_DECISION'],
      [7, 'NO_REQUEST'],
      [8, 'INVALID_FIELD'],
      [9, 'UNKNOWN_PHASE'],
      [10, 'NOT_ANSWERED'],
    ]);
  });

  it('are those that are out of order among good ones', async () => {
    expect(
      await problemsOf(
        await setUp(),
        answer('2026-01-02T09:00:00Z', 'goal'),
        answer('2026-01-01T09:00:00Z', 'data'),
        profile('2026-01-02T09:00:00Z', null),
        profile('2026-01-01T09:00:00Z', null),
      ),
    ).toEqual([
      [2, 'OUT_OF_ORDER'],
      [4, 'OUT_OF_ORDER'],
    ]);
  });

  it('are those whose layer no lens of the workload has', async () => {
    const at = '2026-01-01T09:00:00Z';
    const reviews = await setUp();
    // The lens is that of a review in the same file, or of one there is.
    expect(
      await problemsOf(reviews, answer(at, 'goal'), profile(at, 'clouds')),
    ).toEqual([[2, 'UNKNOWN_LAYER']]);
    await reviews.addWorkloads(workloadRecord('pricing'));
    expect(
      await problemsOf(
        reviews,
        profile(at, 'ml-services'),
        profile(at, null),
        profile(at, 'clouds'),
      ),
    ).toEqual([[3, 'UNKNOWN_LAYER']]);

    await reviews.importer.import(jsonLines(profile(at, 'ml-services')));
    expect(await reviews.profiles.profile('pricing')).toMatchObject({
      revision: 1,
      layer: 'ml-services',
    });
  });

  it('leave a profile alone that somebody sets meanwhile', async () => {
    const { knex, store, lenses } = await setUp();
    class Raced extends WorkloadStore {
      async workload(
        ...[workloadId, tx]: Parameters<WorkloadStore['workload']>
      ) {
        const workload = await super.workload(workloadId, tx);
        const { revision, ...theirs } = workload.profile;
        await this.saveProfile(tx ?? knex, workloadId, revision, {
          ...theirs,
          updatedAt: systemClock(),
        });
        return workload;
      }
    }
    const importer = new HistoryImporter({
      clock: systemClock,
      workloads: new Raced(knex),
      reviews: store,
      lenses,
    });
    await expect(
      importer.import(jsonLines(profile('2026-01-01T09:00:00Z', null))),
    ).rejects.toThrow(/set by somebody else/);
    expect(await knex('workloads').select()).toEqual([]);
  });
});
