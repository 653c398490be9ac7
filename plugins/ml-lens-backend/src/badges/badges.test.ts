// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
} from '../__testUtils__/startMlLens';

jest.setTimeout(60_000);

const BASE = '/api/ml-lens';
const REVIEW = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;
const BADGE = `${REVIEW}/badge`;

async function start(badges?: boolean) {
  const backend = await startMlLens({
    entities: [componentOf('fraud')],
    config: badges === undefined ? {} : { mlLens: { badges } },
    policy: ({ name }, who) =>
      name === 'ml-lens.review.update' && who === 'lena' ? DENY : ALLOW,
  });
  await backend.api
    .get(`${BASE}/entities/component/default/fraud/review`)
    .set(as('mika'))
    .expect(200);
  return backend;
}

describe('badges', () => {
  it('are not given unless the portal says so', async () => {
    const { api } = await start();
    const { body } = await api.get(BADGE).set(as('mika')).expect(200);
    expect(body).toEqual({ enabled: false, badge: null });
    await api.post(BADGE).set(as('mika')).expect(409);
    await api.get(`${BASE}/badges/any.svg`).set(as('mika')).expect(404);
  });

  it('show level and score to whoever knows the address, until they end', async () => {
    const { api, audited } = await start(true);
    const make = async () => {
      const { body } = await api.post(BADGE).set(as('mika')).expect(201);
      return mlLensRoutes.createBadge.response.parse(body).path;
    };
    // Without a sign-in.
    const image = (path: string) =>
      api.get(`${BASE}${path}`).set('authorization', '');
    const first = await make();
    const begun = await image(first).expect(200);
    expect(begun.headers['content-type']).toMatch('image/svg+xml');
    expect(begun.body.toString()).toContain('ML Lens: not begun');

    await api
      .put(`${REVIEW}/answers/bg_goal`)
      .set(as('mika'))
      .send({ revision: 0, selectedChoices: ['BG01'] })
      .expect(200);
    expect((await image(first)).body.toString()).toMatch(
      /ML Lens: Not assessed \d+/,
    );
    expect((await api.get(BADGE).set(as('lena'))).body).toEqual({
      enabled: true,
      badge: {
        createdAt: expect.any(String),
        createdBy: 'user:default/mika',
      },
    });

    // A new one ends the one before.
    const second = await make();
    await image(first).expect(404);
    await image(second).expect(200);
    await api.delete(BADGE).set(as('lena')).expect(403);
    await api.delete(BADGE).set(as('mika')).expect(204);
    await image(second).expect(404);
    for (const file of ['x.png', '%00.svg', `${'x'.repeat(65)}.svg`, '..svg']) {
      await image(`/badges/${file}`).expect(404);
    }
    // No token is in the log.
    expect(JSON.stringify(audited)).not.toContain(
      /\/badges\/(.*)\.svg/.exec(second)![1],
    );
    expect(
      audited
        .filter(({ eventId }) => eventId === 'badge-mutate')
        .map(({ outcome, meta }) => [outcome, meta.actionType]),
    ).toEqual([
      ['success', 'create'],
      ['success', 'create'],
      ['fail', 'delete'],
      ['success', 'delete'],
    ]);
  });
});
