/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { actionsFeature } from './actions/feature';
import { createAccess } from './auth/createAccess';
import { badgesFeature } from './badges/feature';
import { catalogFeature } from './catalog/feature';
import { patientCatalog } from './catalog/patientCatalog';
import { systemClock } from './clock';
import { readMlLensConfig } from './config';
import { confirmationsFeature } from './confirmations/feature';
import { connectDatabase } from './database/migrate';
import { announcingAuditor, createAnnounce } from './events/announcing';
import { evidenceFeature } from './evidence/feature';
import { registerExtensionPoints } from './extensionPoints';
import { gatesFeature } from './gates/feature';
import { historyFeature } from './history/feature';
import { closeApiRouter, createApiRouter } from './http/server';
import { improvementsFeature } from './improvements/feature';
import { inboxFeature } from './inbox/feature';
import { lensesFeature } from './lenses/feature';
import { linksFeature } from './links/feature';
import { metricsFeature } from './metrics/feature';
import { milestonesFeature } from './milestones/feature';
import { modelsFeature } from './models/feature';
import { createTelling } from './notifications/createTelling';
import { orgFeature } from './org/feature';
import { proposalsFeature } from './proposals/feature';
import { retentionFeature } from './retention/feature';
import { reviewsFeature } from './reviews/feature';
import { ReviewSignals } from './signals/ReviewSignals';
import { createStores } from './stores';
import { upgradesFeature } from './upgrades/feature';
import { waiversFeature } from './waivers/feature';

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
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readMlLensConfig(deps.config);
        const knex = await connectDatabase(deps.database, deps.logger);
        const announce = createAnnounce(deps);
        const stores = {
          ...deps,
          announce,
          auditor: announcingAuditor(deps.auditor, announce),
          catalog: patientCatalog(deps.catalog, deps.logger),
          clock: systemClock,
          config,
          rootConfig: deps.config,
          knex,
          ...createStores(knex),
        };
        const { access, visibility } = createAccess(stores);
        const api = createApiRouter({ ...stores, ...config.history, access });
        const base = {
          ...stores,
          api,
          access,
          changes: await ReviewSignals.create(stores),
          ...(await createTelling({ ...stores, ...config.notifications })),
        };
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
