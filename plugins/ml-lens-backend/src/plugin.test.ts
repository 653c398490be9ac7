// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { mlLensLensesExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { smallLens } from './__testUtils__/lensFixtures';
import { as, componentOf, startMlLens } from './__testUtils__/startMlLens';

const BASE = '/api/ml-lens';

const moduleWithLens = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'small-lens',
  register(reg) {
    reg.registerInit({
      deps: { lenses: mlLensLensesExtensionPoint },
      async init({ lenses }) {
        lenses.addLenses(
          { target: 'small.json', text: JSON.stringify(smallLens()) },
          { target: 'broken.json', text: '{' },
        );
      },
    });
  },
});

describe('mlLensPlugin', () => {
  it('shows an entity its review and takes an answer', async () => {
    const { api, audited } = await startMlLens({
      entities: [componentOf('fraud')],
    });
    const { body } = await api
      .get(`${BASE}/entities/component/default/fraud/review`)
      .set(as('mika'))
      .expect(200);
    const shown = mlLensRoutes.getEntityReview.response.parse(body);
    expect(shown).toMatchObject({
      workload: { id: 'fraud' },
      review: { lens: { id: 'aws-ml-lens', version: '2020-04' } },
      may: { update: true, approve: true, links: true },
    });

    await api
      .put(`${BASE}/workloads/fraud/reviews/aws-ml-lens/answers/bg_goal`)
      .set(as('mika'))
      .send({ revision: 0, selectedChoices: ['BG01'] })
      .expect(200);
    expect(audited).toEqual([
      {
        eventId: 'answer-mutate',
        outcome: 'success',
        meta: {
          actionType: 'update',
          workloadId: 'fraud',
          lensId: 'aws-ml-lens',
          questionId: 'bg_goal',
        },
      },
    ]);
  });

  it('takes no answers for an archived lens, whose reviews stay readable', async () => {
    const { api } = await startMlLens({ entities: [componentOf('fraud')] });
    await api
      .post(`${BASE}/lenses/aws-ml-lens/versions/2020-04/archive`)
      .set(as('mika'))
      .expect(200);
    const review = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;
    const { status, body } = await api
      .put(`${review}/answers/bg_goal`)
      .set(as('mika'))
      .send({ revision: 0, selectedChoices: ['BG01'] });
    expect(status).toBe(409);
    expect(body.error.message).toContain('is archived');
    await api.get(review).set(as('mika')).expect(200);
  });

  it('loads the lenses of modules', async () => {
    const { api } = await startMlLens({ features: [moduleWithLens] });
    const { body } = await api
      .get(`${BASE}/lenses/small`)
      .set(as('mika'))
      .expect(200);
    expect(body).toMatchObject({ status: 'PUBLISHED', origin: 'builtin' });
    const reports = await api
      .get(`${BASE}/lens-reports`)
      .set(as('mika'))
      .expect(200);
    expect(reports.body.lenses).toMatchObject([{ target: 'broken.json' }]);
  });

  it('reviews with the default lenses of the configuration', async () => {
    const { api } = await startMlLens({
      entities: [componentOf('fraud')],
      config: { mlLens: { defaultLenses: ['aws-ml-lens-2025'] } },
    });
    const { body } = await api
      .get(`${BASE}/scorecards/by-query`)
      .set(as('mika'))
      .expect(200);
    const page = mlLensRoutes.queryScorecards.response.parse(body);
    expect(page.items.map(item => item.lens.id)).toEqual(['aws-ml-lens-2025']);
  });

  it('does not start with a configuration it cannot use', async () => {
    await expect(
      startMlLens({ config: { mlLens: { levels: [{ name: 'A', from: 7 }] } } }),
    ).rejects.toThrow('mlLens.levels.0.from');
  });

  describe('with history files', () => {
    let directory: string;
    beforeEach(async () => {
      directory = await mkdtemp(path.join(tmpdir(), 'ml-lens-'));
    });
    afterEach(async () => {
      await rm(directory, { recursive: true });
    });

    it('imports the good ones and starts in spite of the bad', async () => {
      await writeFile(
        path.join(directory, 'good.jsonl'),
        `${JSON.stringify({
          type: 'answer',
          workload: 'fraud',
          lens: 'aws-ml-lens',
          question: 'bg_goal',
          at: '2026-01-05T09:00:00Z',
          by: 'user:default/mika',
          selectedChoices: ['BG01'],
        })}\n`,
      );
      await writeFile(path.join(directory, 'bad.jsonl'), 'nonsense\n');
      const { api } = await startMlLens({
        entities: [componentOf('fraud')],
        config: {
          mlLens: {
            demo: { history: [{ target: path.join(directory, '*.jsonl') }] },
          },
        },
      });
      const { body } = await api
        .get(`${BASE}/workloads/fraud/reviews/aws-ml-lens`)
        .set(as('mika'))
        .expect(200);
      expect(body.answers.bg_goal).toMatchObject({
        revision: 1,
        selectedChoices: ['BG01'],
        updatedBy: 'user:default/mika',
      });
    });
  });
});
