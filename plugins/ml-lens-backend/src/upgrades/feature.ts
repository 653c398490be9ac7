// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bindRoutes, takingBodies } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { UpgradeCandidates } from './UpgradeCandidates';
import { UpgradeMany } from './UpgradeMany';
import { UpgradeService } from './UpgradeService';

/** 20,000 ids of at most 63 characters, with quotes and commas. */
const MANY_BODY_BYTES = 2_000_000;

/** Moves reviews to other versions of their lens. */
export function upgradesFeature(options: Deps): void {
  const { api } = options;
  const upgrades = new UpgradeService(options);
  const many = new UpgradeMany({ ...options, upgrades });
  const candidates = new UpgradeCandidates({ ...options, upgrades });

  bindRoutes(api, {
    previewUpgrade: ({ params, query }) => upgrades.preview(params, query),

    upgradeReview: ({ params, body, credentials, audit }) =>
      audit(async addMeta => {
        const preview = await upgrades.upgrade(params, body, credentials);
        addMeta({ from: preview.from, to: preview.to });
        return preview;
      }),

    undoUpgrade: ({ params, credentials, audit }) =>
      audit(async addMeta => {
        const preview = await upgrades.undo(params, credentials);
        addMeta({ from: preview.from, to: preview.to });
        return preview;
      }),

    previewUpgradeMany: ({ params: { lensId }, query, credentials }) =>
      many.outlook(lensId, query, credentials),

    listUpgradeCandidates: ({ params: { lensId }, query, credentials }) =>
      candidates.list(lensId, query, credentials),
  });
  bindRoutes(takingBodies(api, MANY_BODY_BYTES), {
    upgradeMany: ({ params: { lensId }, body, credentials, audit, res }) =>
      audit(async addMeta => {
        const lines = await many.start(lensId, body, credentials);
        await sendLines(lines, res, addMeta, 'upgraded');
      }),

    undoUpgradeMany: ({ params: { lensId }, body, credentials, audit, res }) =>
      audit(async addMeta => {
        const lines = many.undo(lensId, body.workloads, credentials);
        await sendLines(lines, res, addMeta, 'undone');
      }),
  });
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
