// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mockServices,
  createMockDirectory,
} from '@backstage/backend-test-utils';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  lensesOf,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { HistoryImportError } from './errors';
import {
  answer,
  BY,
  FULL,
  jsonLines,
  REVIEW,
} from './__testUtils__/historyLines';
import { HistoryImporter } from './HistoryImporter';
import { importHistoryFileOnce } from './importHistoryFileOnce';

jest.setTimeout(120_000);

const databases = testDatabases();

function toJson(line: string): unknown {
  return JSON.parse(line);
}

describe.each(databases.ids)('history files on %s', id => {
  async function setUp() {
    return reviewsOn(await databases.create(id), {
      lenses: lensesOf(
        phasedLens(),
        phasedLens({ version: '3-draft' }),
        phasedLens({ version: '2' }),
      ),
    });
  }

  async function exported(
    { exporter }: Awaited<ReturnType<typeof setUp>>,
    workloadId = 'pricing',
  ) {
    let text = '';
    for await (const line of await exporter.export(workloadId)) {
      text += line;
    }
    return text;
  }

  async function problemsOf(
    { importer }: Awaited<ReturnType<typeof setUp>>,
    text: string,
  ) {
    const error: HistoryImportError = await importer.import(text).then(
      () => {
        throw new Error('was imported');
      },
      e => e,
    );
    expect(error).toBeInstanceOf(HistoryImportError);
    return error.problems.map(({ line, code }) => [line, code]);
  }

  it('adds nothing when it comes twice, and only what is new when it has grown', async () => {
    const { importer, store, knex } = await setUp();
    const lines = FULL.split('\n').filter(Boolean);
    const first = await importer.import(lines.slice(0, -2).join('\n'));
    const stored = await projectionsOf(knex);
    expect(await importer.import(lines.slice(0, -2).join('\n'))).toEqual({
      events: 0,
      workloads: 0,
      reviews: 0,
    });
    expect(await projectionsOf(knex)).toEqual(stored);
    expect(await importer.import(FULL)).toEqual({
      events: 2,
      workloads: 1,
      reviews: 1,
    });
    expect(first!.events + 2).toBe(lines.length);
    const events = await store.events.list(`${REVIEW.workload}/${REVIEW.lens}`);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    // When each import was is said once, and again around what was not
    // imported by name: a version of the model.
    const system = events.find(({ source }) => source === 'SYSTEM')!.seq;
    expect(
      await knex('answer_events')
        .whereNotNull('recorded_at')
        .orderBy('seq')
        .pluck('seq'),
    ).toEqual([1, system, system + 1, events.length - 1]);
  });

  it('exports what was imported, byte for byte', async () => {
    const reviews = await setUp();
    expect(await reviews.importer.import(FULL)).toEqual({
      events: 15,
      workloads: 1,
      reviews: 1,
    });
    const text = await exported(reviews);
    expect(text.trim().split('\n').map(toJson)).toEqual(
      FULL.trim().split('\n').map(toJson),
    );

    const copy = await setUp();
    await copy.importer.import(text);
    expect(await exported(copy)).toBe(text);
    const [a, b] = [
      await projectionsOf(reviews.knex),
      await projectionsOf(copy.knex),
    ];
    for (const table of ['answers', 'scorecard_history', 'phase_iterations']) {
      expect(b[table]).toEqual(a[table]);
    }
    const [decision] = await copy.knex('gate_requests').select();
    expect(decision).toMatchObject({
      status: 'GO_WITH_CONDITIONS',
      requested_by: 'user:default/kim',
      decided_by: 'user:default/lea',
      basis: JSON.stringify({ seq: 12, requirements: [], score: 40 }),
    });
  });

  it('keeps workloads nobody knows yet as orphans until their entity turns up', async () => {
    const reviews = await setUp();
    await reviews.importer.import(FULL);
    expect(await reviews.workloads.orphans()).toMatchObject([
      { workloadId: 'pricing', title: 'pricing' },
    ]);
    await reviews.addWorkloads(workloadRecord('pricing', { title: 'Pricing' }));
    expect(await reviews.workloads.orphans()).toEqual([]);
    expect(await reviews.knex('scorecards').first()).toMatchObject({
      title: 'Pricing',
      owner_ref: 'group:default/science',
      lens_version: '2',
    });
    const { profile } = await reviews.workloads.workload('pricing');
    expect(profile).toMatchObject({ revision: 1, layer: 'ml-services' });
  });

  it('names every bad line and imports nothing', async () => {
    const reviews = await setUp();
    const bad = jsonLines(
      answer('2026-01-01T09:00:00Z', 'goal'),
      answer('2026-01-02T09:00:00Z', 'nothing'),
      answer('2026-01-02T09:00:00Z', 'goal', { selectedChoices: ['data_a'] }),
      { ...answer('2026-01-02T09:00:00Z', 'goal'), lens: 'other' },
      answer('2026-01-02T09:00:00Z', 'goal', { lensVersion: '9' }),
      answer('2026-01-02T09:00:00Z', 'goal', { lensVersion: '3-draft' }),
      {
        type: 'iteration',
        ...REVIEW,
        phase: 'nothing',
        reason: 'x',
        at: '2026-01-02T09:00:00Z',
        ...BY,
      },
      { type: 'surprise' },
    );
    expect(await problemsOf(reviews, `${bad}{\n`)).toEqual([
      [2, 'UNKNOWN_QUESTION'],
      [3, 'INVALID_ANSWER'],
      [4, 'UNKNOWN_LENS'],
      [5, 'UNKNOWN_LENS_VERSION'],
      [6, 'UNKNOWN_LENS_VERSION'],
      [7, 'UNKNOWN_PHASE'],
      [8, 'UNKNOWN_TYPE'],
      [9, 'INVALID_JSON'],
    ]);
    for (const table of ['workloads', 'reviews', 'answer_events']) {
      expect(await reviews.knex(table).select()).toEqual([]);
    }
  });

  it('takes nothing from before what is there', async () => {
    const reviews = await setUp();
    await reviews.importer.import(FULL);
    const before = await projectionsOf(reviews.knex);
    expect(
      await problemsOf(
        reviews,
        jsonLines(
          {
            type: 'profile',
            workload: 'pricing',
            at: '2025-01-01T08:00:00Z',
            ...BY,
          },
          answer('2026-01-01T09:00:00Z', 'goal'),
          {
            type: 'milestone',
            ...REVIEW,
            name: 'Launch',
            at: '2026-02-01T09:00:00Z',
            ...BY,
          },
          answer('2026-03-01T09:00:00Z', 'goal'),
          answer('2026-02-01T09:00:00Z', 'goal'),
        ),
      ),
    ).toEqual([
      [1, 'BEFORE_EXISTING'],
      [2, 'BEFORE_EXISTING'],
      [3, 'DUPLICATE_MILESTONE'],
      [5, 'OUT_OF_ORDER'],
    ]);
    expect(await projectionsOf(reviews.knex)).toEqual(before);

    await reviews.importer.import(
      jsonLines(answer('2026-03-01T09:00:00Z', 'goal')),
    );
    const review = await reviews.service.review(
      { workloadId: 'pricing', lensId: 'phased' },
      undefined,
    );
    expect(review.answers.goal.revision).toBe(5);
    expect(review.milestones).toMatchObject([{ name: 'Launch' }]);
  });

  it('takes nothing that has not happened yet', async () => {
    const reviews = await setUp();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const text = jsonLines(
      answer('2026-01-01T09:00:00Z', 'goal'),
      answer(tomorrow, 'data'),
      { type: 'profile', workload: 'pricing', at: tomorrow, ...BY },
    );
    expect(await problemsOf(reviews, text)).toEqual([
      [2, 'IN_FUTURE'],
      [3, 'IN_FUTURE'],
    ]);
    expect(await reviews.knex('answer_events').select()).toEqual([]);
    // The demo is shown on machines with any clock.
    expect(
      await reviews.importer.import(text, { acceptFuture: true }),
    ).toMatchObject({ events: 3 });
  });

  it('announces each review once everything is stored', async () => {
    const reviews = await setUp();
    const changed: [string, unknown][] = [];
    const importer = new HistoryImporter({
      clock: systemClock,
      workloads: reviews.workloads,
      reviews: reviews.store,
      lenses: reviews.lenses,
      changes: {
        changed: reviewId => {
          changed.push([reviewId, reviews.knex('reviews').select()]);
        },
      },
    });
    await importer.import(FULL);
    expect(changed.map(([reviewId]) => reviewId)).toEqual(['pricing/phased']);
    expect(await changed[0][1]).toMatchObject([
      { review_id: 'pricing/phased' },
    ]);

    await expect(importer.import(`${FULL}{\n`)).rejects.toThrow(
      HistoryImportError,
    );
    expect(changed).toHaveLength(1);
  });

  it('refuses a file with nothing in it', async () => {
    const { importer } = await setUp();
    await expect(importer.import('\n')).rejects.toThrow(
      'there is nothing in it to import',
    );
  });

  it('imports a file at start-up once', async () => {
    const directory = createMockDirectory({
      content: { 'history.jsonl': FULL },
    });
    const { importer, knex } = await setUp();
    const options = {
      importer,
      path: directory.resolve('history.jsonl'),
      logger: mockServices.logger.mock(),
    };
    const outcomes = await Promise.all([
      importHistoryFileOnce(options),
      importHistoryFileOnce(options),
    ]);
    expect(outcomes.sort()).toEqual([false, true]);
    expect(await importHistoryFileOnce(options)).toBe(false);
    expect(await knex('answer_events').select()).toHaveLength(14);

    directory.setContent({ 'history.jsonl': '{' });
    await expect(importHistoryFileOnce(options)).rejects.toThrow(
      HistoryImportError,
    );
    await expect(importHistoryFileOnce(options)).rejects.toThrow(
      HistoryImportError,
    );
  });
});
