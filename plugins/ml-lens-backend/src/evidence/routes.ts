// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { EvidenceService } from './EvidenceService';

/** Mounts the routes tagged `evidence`. */
export function bindEvidenceRoutes(
  api: ApiRouter,
  { evidence }: { evidence: EvidenceService },
): void {
  bindRoute(api, mlLensRoutes.listEvidence, async ({ params, query }) => ({
    items: await evidence.list(params, query),
  }));

  bindRoute(
    api,
    mlLensRoutes.postEvidence,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async addMeta => {
          const posted = await evidence.post(params, body, credentials);
          addMeta({ evidenceId: posted.id });
          return posted;
        },
        {
          meta: { questionId: body.questionId },
        },
      ),
  );
}
