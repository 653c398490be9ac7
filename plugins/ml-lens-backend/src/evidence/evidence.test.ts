// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConflictError, InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type {
  MlLensCollectedEvidence,
  MlLensEvidenceProvider,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Clock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import { caller, quiet, workloadRecord } from '../__testUtils__/reviewFixtures';
import { KEY, reviewInUse } from '../__testUtils__/serviceFixtures';
import { EvidenceCollector } from './EvidenceCollector';
import { component, provider } from './__testUtils__/providers';
import { EvidenceService, PostEvidenceBody } from './EvidenceService';
import { EvidenceStore } from './EvidenceStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const pipeline = mockCredentials.service('external:ci');
const HOUR = 3_600_000;
const inHours = (hours: number) =>
  new Date(Date.now() + hours * HOUR).toISOString();

describe.each(databases.ids)('evidence on %s', id => {
  const logger = mockServices.logger.mock();

  async function setUp(entities = [component('pricing')], clock?: Clock) {
    const knex = await databases.create(id);
    const used = await reviewInUse(knex, { clock });
    const evidence = new EvidenceStore(knex);
    const announced: string[] = [];
    const changes = {
      ...quiet,
      changed: (reviewId: string) => {
        announced.push(reviewId);
      },
    };
    const service = new EvidenceService({
      clock: used.clock,
      knex,
      reviews: used.store,
      evidence,
      lenses: used.lenses,
      changes,
    });
    const post = (
      body: Partial<PostEvidenceBody> = {},
      credentials: typeof caller | typeof pipeline = pipeline,
    ) =>
      service.post(
        KEY,
        mlLensRoutes.postEvidence.body.parse({
          questionId: 'goal',
          choiceId: 'goal_b',
          title: 'Backtest passed',
          idempotencyKey: 'build-1',
          ...body,
        }),
        credentials,
      );
    const list = (question?: string) => service.list(KEY, { question });
    await used.workloads.transaction(async tx => {
      for (const { kind, metadata } of entities) {
        await tx('workload_entities').insert({
          entity_ref: `${kind.toLowerCase()}:default/${metadata.name}`,
          workload_id: 'pricing',
          facts: '{}',
          facts_hash: '',
          link_state: 'JOINED',
          sync_id: '',
        });
      }
    });
    const catalog = catalogServiceMock({ entities });
    const collector = new EvidenceCollector({
      clock: used.clock,
      knex,
      reviews: used.store,
      evidence,
      lenses: used.lenses,
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock({ child: () => logger }),
      changes,
    });
    return {
      ...used,
      knex,
      announced,
      post,
      evidenceOf: list,
      catalog,
      collect: (asked: MlLensEvidenceProvider) =>
        collector.run(asked, new AbortController().signal),
    };
  }

  it('is taken once per key, whoever retries', async () => {
    const { post, evidenceOf, announced } = await setUp();
    const [first, ...others] = await Promise.all([post(), post(), post()]);
    expect(mlLensRoutes.postEvidence.response.parse(first)).toMatchObject({
      questionId: 'goal',
      choiceId: 'goal_b',
      source: 'CI',
      provider: 'external:ci',
      verdict: 'SUPPORTS',
      expiresAt: null,
      stale: false,
    });
    expect(others).toEqual([first, first]);
    expect(announced).toHaveLength(1);
    await expect(post({ title: 'Backtest failed' })).rejects.toThrow(
      ConflictError,
    );
    await expect(post({ expiresAt: inHours(1) })).rejects.toThrow(
      ConflictError,
    );
    await post({ idempotencyKey: 'build-2', title: 'Backtest failed' });
    expect((await evidenceOf()).map(({ title }) => title).sort()).toEqual([
      'Backtest failed',
      'Backtest passed',
    ]);
    expect(await evidenceOf('data')).toEqual([]);
  });

  it('names a question and choice of the lens, and instants that can be', async () => {
    const { post } = await setUp();
    await expect(post({ questionId: 'none' })).rejects.toThrow(
      /questionId: .* has no question 'none'/,
    );
    await expect(post({ choiceId: 'data_a' })).rejects.toThrow(
      /choiceId: .* has no choice 'data_a'/,
    );
    await expect(post({ observedAt: inHours(2) })).rejects.toThrow(
      /observedAt: must not be in the future/,
    );
    await expect(
      post({ observedAt: inHours(-2), expiresAt: inHours(-3) }),
    ).rejects.toThrow(/expiresAt: must be after/);
    await expect(post({ choiceId: 'data_a' })).rejects.toThrow(InputError);
  });

  it('suggests and contradicts what the answer says, and changes nothing', async () => {
    const { answer, post, evidenceOf, review } = await setUp();
    await post();
    const says = async () =>
      (await evidenceOf()).map(item => [
        item.suggestsChoice,
        item.contradictsAnswer,
        item.stale,
      ]);
    expect(await says()).toEqual([[true, false, false]]);
    await answer('goal', 'goal_a');
    expect(await says()).toEqual([[true, false, false]]);
    await answer('goal', 'goal_no');
    expect(await says()).toEqual([[true, true, false]]);
    await answer('goal', 'goal_a', 'goal_b');
    expect(await says()).toEqual([[false, false, false]]);

    const { answers } = await review();
    await post({
      idempotencyKey: 'build-2',
      verdict: 'CONTRADICTS',
      observedAt: inHours(-1),
    });
    await post({
      idempotencyKey: 'build-3',
      verdict: 'CONTRADICTS',
      choiceId: undefined,
      observedAt: inHours(-2),
    });
    await post({
      idempotencyKey: 'build-4',
      verdict: 'CONTRADICTS',
      observedAt: inHours(-9),
      expiresAt: inHours(-3),
    });
    await post({
      idempotencyKey: 'build-5',
      verdict: 'INFO',
      observedAt: inHours(-10),
    });
    expect(await says()).toEqual([
      [false, false, false],
      [false, true, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ]);
    expect((await review()).answers).toEqual(answers);
  });

  it('of providers is brought up to date by each run', async () => {
    const { collect, evidenceOf, announced, addWorkloads, post } =
      await setUp();
    await addWorkloads(workloadRecord('without-entities'));
    await post();
    announced.length = 0;
    let found: MlLensCollectedEvidence[] = [
      { questionId: 'goal', verdict: 'INFO', title: 'Seen' },
      {
        questionId: 'data',
        choiceId: 'data_a',
        verdict: 'SUPPORTS',
        title: 'Checked',
        url: 'https://example.com/1',
        ttl: { hours: 1 },
      },
      { questionId: 'none', verdict: 'INFO', title: 'Of another lens' },
      {
        questionId: 'goal',
        verdict: 'INFO',
        title: '',
        url: 'ftp://example.com',
      },
    ];
    const asked: string[] = [];
    const probe = provider(
      'probe',
      async ({ workload, lens, entity, entities }) => {
        asked.push(
          `${workload.id} ${lens.id}@${lens.version} ${entity.metadata.name} ${entities.length}`,
        );
        return found;
      },
    );
    await collect(probe);
    expect(asked).toEqual(['pricing phased@1 pricing 1']);
    const first = (await evidenceOf()).filter(
      ({ source }) => source === 'AUTOMATIC',
    );
    expect(first.map(item => [item.title, item.provider]).sort()).toEqual([
      ['Checked', 'probe'],
      ['Seen', 'probe'],
    ]);
    expect(announced).toEqual(['pricing/phased']);

    // Found again: the same piece, seen later, and no news.
    await collect(probe);
    const again = await evidenceOf('data');
    expect(again[0].id).toBe(
      first.find(({ title }) => title === 'Checked')!.id,
    );
    expect(announced).toHaveLength(1);

    // A run that fails leaves what was found.
    await collect({
      ...probe,
      collect: async () => {
        throw new Error('no network');
      },
    });
    expect(await evidenceOf()).toHaveLength(3);

    found = [found[0]];
    await collect(probe);
    expect((await evidenceOf()).map(({ source }) => source).sort()).toEqual([
      'AUTOMATIC',
      'CI',
    ]);
    expect(announced).toHaveLength(2);

    // Something seen some time ago, twice about one practice.
    found = [
      { ...found[0], key: 'a', observedAt: inHours(-3), ttl: { hours: 2 } },
      { ...found[0], key: 'b', observedAt: inHours(3), ttl: { hours: 2 } },
    ];
    await collect(probe);
    expect(
      (await evidenceOf())
        .filter(({ source }) => source === 'AUTOMATIC')
        .map(({ stale }) => stale)
        .sort(),
    ).toEqual([false, true]);

    await collect({ ...probe, lensIds: ['other'] });
    expect(asked).toHaveLength(4);
  });

  it('of a provider is at most 100 pieces a review', async () => {
    const { collect, evidenceOf } = await setUp();
    const found = (count: number) =>
      provider('many', async () =>
        Array.from({ length: count }, (_, index) => ({
          questionId: 'goal',
          key: `${index}`,
          verdict: 'SUPPORTS' as const,
          title: `Piece ${index}`,
        })),
      );
    await collect(found(101));
    expect(await evidenceOf()).toHaveLength(100);
    expect((await evidenceOf()).map(({ title }) => title)).not.toContain(
      'Piece 100',
    );
    await collect(found(99));
    expect(await evidenceOf()).toHaveLength(99);
  });

  it('lasts no longer because the clock of a provider runs ahead', async () => {
    const at = '2026-03-01T12:00:00.000Z';
    const { collect, evidenceOf } = await setUp(undefined, () => at);
    const seen = async (observedAt: string) => {
      await collect(
        provider('one', async () => [
          {
            questionId: 'goal',
            verdict: 'SUPPORTS',
            title: 'Seen',
            observedAt,
            ttl: { hours: 1 },
          },
        ]),
      );
      const [{ observedAt: observed, expiresAt }] = await evidenceOf();
      return [observed, expiresAt];
    };
    expect(await seen('2026-03-01T12:00:01Z')).toEqual([
      at,
      '2026-03-01T13:00:00.000Z',
    ]);
    expect(await seen('2026-03-01T11:59:59Z')).toEqual([
      '2026-03-01T11:59:59.000Z',
      '2026-03-01T12:59:59.000Z',
    ]);
  });
});
