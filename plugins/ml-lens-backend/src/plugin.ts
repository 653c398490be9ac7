// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { actionsFeature } from './actions/feature';
import { badgesFeature } from './badges/feature';
import { catalogFeature } from './catalog/feature';
import { confirmationsFeature } from './confirmations/feature';
import { evidenceFeature } from './evidence/feature';
import { registerExtensionPoints } from './extensionPoints';
import { gatesFeature } from './gates/feature';
import { historyFeature } from './history/feature';
import { layFoundation } from './foundation';
import { closeApiRouter } from './http/server';
import { improvementsFeature } from './improvements/feature';
import { inboxFeature } from './inbox/feature';
import { lensesFeature } from './lenses/feature';
import { linksFeature } from './links/feature';
import { metricsFeature } from './metrics/feature';
import { milestonesFeature } from './milestones/feature';
import { modelsFeature } from './models/feature';
import { orgFeature } from './org/feature';
import { proposalsFeature } from './proposals/feature';
import { retentionFeature } from './retention/feature';
import { reviewsFeature } from './reviews/feature';
import { upgradesFeature } from './upgrades/feature';
import { waiversFeature } from './waivers/feature';
import { services } from './services';

/**
 * The ML Lens backend plugin.
 *
 * @public
 */
export const mlLensPlugin = createBackendPlugin({
  pluginId: 'ml-lens',
  register(reg) {
    const { sources, ...brought } = registerExtensionPoints(reg);
    reg.registerInit({
      deps: services,
      async init(deps) {
        const { visibility, ...base } = await layFoundation(deps);
        const { api } = base;
        const { bindRoutes, ...lenses } = await lensesFeature({
          ...base,
          sources,
        });
        await historyFeature({ ...base, ...lenses });
        const { links, requestSync } = await catalogFeature({
          ...base,
          ...lenses,
          visibility,
        });
        bindRoutes(api, requestSync);
        linksFeature({ ...base, links });
        const review = await reviewsFeature({ ...base, ...lenses, links });
        const all = { ...base, ...lenses, ...review };
        milestonesFeature(all);
        upgradesFeature(all);
        improvementsFeature(all);
        await waiversFeature(all);
        const doubting = await confirmationsFeature(all);
        await proposalsFeature(all);
        await modelsFeature({ ...all, ...brought, ...doubting });
        await evidenceFeature({ ...all, ...brought });
        gatesFeature(all);
        await orgFeature(all);
        await inboxFeature(all);
        await retentionFeature(all);
        actionsFeature(base);
        metricsFeature(all);
        badgesFeature(all);
        closeApiRouter(api);
        deps.httpRouter.use(api.router);
      },
    });
  },
});
