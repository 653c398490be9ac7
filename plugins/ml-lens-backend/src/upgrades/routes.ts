// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { UpgradeCandidates } from './UpgradeCandidates';
import type { UpgradeMany } from './UpgradeMany';
import type { UpgradeService } from './UpgradeService';

/** What the upgrade routes work with. */
export interface UpgradeRouteDeps {
  upgrades: UpgradeService;
  many: UpgradeMany;
  candidates: UpgradeCandidates;
}

/** 20,000 ids of at most 63 characters, with quotes and commas. */
const MANY_BODY_BYTES = 2_000_000;

/** Mounts the routes tagged `upgrades`. */
export function bindUpgradeRoutes(
  api: ApiRouter,
  { upgrades, many, candidates }: UpgradeRouteDeps,
): void {
  bindRoute(
    api,
    mlLensRoutes.previewUpgrade,
    async ({ params, query }) => await upgrades.preview(params, query),
  );

  bindRoute(
    api,
    mlLensRoutes.upgradeReview,
    async ({ params, body, credentials, audit }) =>
      await audit(async addMeta => {
        const preview = await upgrades.upgrade(params, body, credentials);
        addMeta({ from: preview.from, to: preview.to });
        return preview;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.undoUpgrade,
    async ({ params, credentials, audit }) =>
      await audit(async addMeta => {
        const preview = await upgrades.undo(params, credentials);
        addMeta({ from: preview.from, to: preview.to });
        return preview;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.previewUpgradeMany,
    async ({ params: { lensId }, query, credentials }) =>
      await many.outlook(lensId, query, credentials),
  );

  bindRoute(
    api,
    mlLensRoutes.listUpgradeCandidates,
    async ({ params: { lensId }, query, credentials }) =>
      await candidates.list(lensId, query, credentials),
  );

  const manyApi = {
    ...api,
    bodyLimits: { ...api.bodyLimits, json: MANY_BODY_BYTES },
  };
  bindRoute(
    manyApi,
    mlLensRoutes.upgradeMany,
    async ({ params: { lensId }, body, credentials, audit, res }) =>
      await audit(async addMeta => {
        const lines = await many.start(lensId, body, credentials);
        await sendLines(lines, res, addMeta, 'upgraded');
      }),
  );
  bindRoute(
    manyApi,
    mlLensRoutes.undoUpgradeMany,
    async ({ params: { lensId }, body, credentials, audit, res }) =>
      await audit(async addMeta => {
        const lines = many.undo(lensId, body.workloads, credentials);
        await sendLines(lines, res, addMeta, 'undone');
      }),
  );
}

/** Sends lines as they are done, and says how many were and how many failed. */
async function sendLines(
  lines: AsyncIterable<UpgradeLine>,
  res: Response,
  counted: (counts: Record<string, number>) => void,
  done: 'upgraded' | 'undone',
): Promise<void> {
  const counts = { ok: 0, failed: 0 };
  async function* texts(): AsyncGenerator<string> {
    for await (const line of lines) {
      counts[line.ok ? 'ok' : 'failed'] += 1;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  res.status(200).type('application/x-ndjson');
  try {
    await pipeline(Readable.from(texts()), res);
  } finally {
    counted({ [done]: counts.ok, failed: counts.failed });
  }
}
