// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '@ml-lens/lens-model';
import { ALLOW, as, DENY, startMlLens, type TestPolicy } from './startMlLens';

export const BASE = '/api/ml-lens';

/** Only `petra` manages lenses; everybody reads. */
const onlyPetraManages: TestPolicy = (permission, who) =>
  permission.name === 'ml-lens.lens.manage' && who !== 'petra' ? DENY : ALLOW;

/** The backend, and requests to it; changes are Petra's. */
export async function startWithPetra(
  options: Parameters<typeof startMlLens>[0] = {},
) {
  const backend = await startMlLens({ policy: onlyPetraManages, ...options });
  const post = (path: string, body?: string, user = 'petra') =>
    backend.api
      .post(`${BASE}${path}`)
      .set(as(user))
      .set('content-type', 'application/json')
      .send(body);
  const get = (path: string, user = 'mika') =>
    backend.api.get(`${BASE}${path}`).set(as(user));
  const publish = async (document: LensDocument) => {
    await post('/lenses', JSON.stringify(document)).expect(201);
    await post(
      `/lenses/${document.id}/versions/${document.version}/publish`,
    ).expect(200);
  };
  return { ...backend, post, get, publish };
}
