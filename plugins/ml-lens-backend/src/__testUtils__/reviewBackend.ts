// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from './startMlLens';

export const BASE = '/api/ml-lens';
export const REVIEW = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;

/** `mika` may do everything, `lena` may only read, `otto` sees nothing. */
const threePeople: TestPolicy = (permission, who) => {
  if (permission.name.startsWith('ml-lens.review.')) {
    const reads = permission.name === 'ml-lens.review.read';
    return who === 'otto' || (who === 'lena' && !reads) ? DENY : ALLOW;
  }
  return ALLOW;
};

type Method = 'get' | 'put' | 'post';

/** The backend with the workload `fraud`, reviewed with the built-in lens. */
export async function startReviewBackend(config?: JsonObject) {
  const backend = await startMlLens({
    config,
    policy: threePeople,
    entities: [
      componentOf('fraud', {
        annotations: { 'ml-lens.io/lenses': 'aws-ml-lens' },
      }),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { namespace: 'default', name: 'mika' },
      },
    ],
  });
  const call = (method: Method, url: string, user: string, body?: object) =>
    backend.api[method](url).set(as(user)).send(body);
  const answer = async (questionId: string, ...selectedChoices: string[]) => {
    const url = `${REVIEW}/answers/${questionId}`;
    const { body } = await call('get', REVIEW, 'mika').expect(200);
    const { revision } = body.answers[questionId];
    await call('put', url, 'mika', { revision, selectedChoices }).expect(200);
  };
  await call(
    'get',
    `${BASE}/entities/component/default/fraud/review`,
    'mika',
  ).expect(200);
  return { ...backend, call, answer };
}

/**
 * What those get who may not: nobody in particular, somebody who may not see
 * the workload, and somebody who may only see it.
 */
export async function refusals(
  { api, call }: Awaited<ReturnType<typeof startReviewBackend>>,
  method: Method,
  url: string,
  body?: object,
): Promise<{ nobody: number; stranger: number; reader: number }> {
  const anonymous = { authorization: mockCredentials.none.header() };
  return {
    nobody: (await api[method](url).set(anonymous).send(body)).status,
    stranger: (await call(method, url, 'otto', body)).status,
    reader: (await call(method, url, 'lena', body)).status,
  };
}

/** What {@link refusals} are of operations that read, and that change. */
export const READS = { nobody: 401, stranger: 404, reader: 200 };
export const CHANGES = { nobody: 401, stranger: 404, reader: 403 };
