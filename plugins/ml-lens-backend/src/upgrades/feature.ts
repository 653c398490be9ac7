// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Access } from '../auth/Access';
import type { ApiRouter } from '../http/bind';
import { bindUpgradeRoutes } from './routes';
import { UpgradeCandidates } from './UpgradeCandidates';
import { UpgradeMany } from './UpgradeMany';
import { UpgradeService } from './UpgradeService';

/** Moves reviews to other versions of their lens. */
export function upgradesFeature(
  options: {
    api: ApiRouter;
    knex: Knex;
    logger: LoggerService;
    access: Access;
  } & ConstructorParameters<typeof UpgradeService>[0],
): void {
  const upgrades = new UpgradeService(options);
  bindUpgradeRoutes(options.api, {
    upgrades,
    many: new UpgradeMany({ ...options, upgrades }),
    candidates: new UpgradeCandidates({ ...options, upgrades }),
  });
}
