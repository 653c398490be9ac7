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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  mlLensLensesExtensionPoint,
  type MlLensLensSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { CatalogVisibility } from './access/CatalogVisibility';
import { DefaultAccess } from './access/DefaultAccess';
import { VisibilityStore } from './access/VisibilityStore';
import { CatalogReader } from './catalog/CatalogReader';
import { scheduleSync } from './catalog/scheduleSync';
import { WorkloadSync } from './catalog/WorkloadSync';
import { readMlLensConfig } from './config';
import { connectDatabase, ReviewStore, WorkloadStore } from './database';
import { LensStore } from './database/LensStore';
import { HistoryExporter, HistoryImporter } from './history';
import { importDemoHistory } from './history/importDemoHistory';
import { bindHistoryRoutes } from './http/historyRoutes';
import { bindImprovementRoutes } from './http/improvementRoutes';
import { bindLensRoutes } from './http/lensRoutes';
import { bindMilestoneRoutes } from './http/milestoneRoutes';
import { bindReviewRoutes } from './http/reviewRoutes';
import { bindScorecardRoutes } from './http/scorecardRoutes';
import { closeApiRouter, createApiRouter } from './http/server';
import { bindUpgradeRoutes } from './http/upgradeRoutes';
import { ImprovementService, ImprovementStore } from './improvements';
import { DefaultLensService } from './lenses/DefaultLensService';
import { LensDirectory } from './lenses/LensDirectory';
import { LensEditor } from './lenses/LensEditor';
import { allLensFiles } from './lenses/lensFiles';
import { LensLoader } from './lenses/LensLoader';
import { MilestoneService, ScoreHistoryStore } from './milestones';
import { registerPermissions } from './permissions';
import {
  ensureReviews,
  ReviewEditor,
  ReviewService,
  ReviewWriter,
} from './reviews';
import { ScorecardService } from './scorecards';
import {
  builtinMappingFiles,
  LensMappings,
  UpgradeMany,
  UpgradeService,
} from './upgrades';

/**
 * The ML Lens backend plugin.
 *
 * @public
 */
export const mlLensPlugin = createBackendPlugin({
  pluginId: 'ml-lens',
  register(reg) {
    const moduleLenses: MlLensLensSource[] = [];
    reg.registerExtensionPoint(mlLensLensesExtensionPoint, {
      addLenses: (...lenses) => {
        moduleLenses.push(...lenses);
      },
    });

    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auditor, httpAuth, logger, scheduler, urlReader } = deps;
        const config = readMlLensConfig(deps.config);
        const knex = await connectDatabase(deps.database);
        const workloads = new WorkloadStore(knex);
        const reviews = new ReviewStore(knex);
        const lensStore = new LensStore(knex);

        const lenses = new DefaultLensService({
          store: lensStore,
          levels: config.levels,
        });
        await new LensLoader({
          store: lensStore,
          service: lenses,
          logger,
        }).load(allLensFiles(moduleLenses, config.lensTargets, urlReader));

        const importer = new HistoryImporter({ workloads, reviews, lenses });
        await importDemoHistory(config.demoHistoryTargets, importer, logger);

        const getResources = (ids: string[]) => workloads.resources(ids);
        const visibility = new CatalogVisibility({
          catalog: deps.catalog,
          store: new VisibilityStore(knex),
          generation: () => workloads.generation(),
        });
        const access = new DefaultAccess({
          permissions: deps.permissions,
          ruleset: registerPermissions(deps.permissionsRegistry, getResources),
          visibility,
          getResources,
        });

        const reader = new CatalogReader(deps);
        const sync = new WorkloadSync({
          reader,
          workloads,
          lensStore,
          lenses,
          ensureReviews,
          defaultLenses: config.defaultLenses,
          logger,
        });
        const requestSync = await scheduleSync({
          scheduler,
          logger,
          frequency: config.sync.frequency,
          sync,
          reader,
          workloads,
          visibility,
        });

        const writer = new ReviewWriter({ store: reviews, lenses });
        const upgrades = new UpgradeService({
          access,
          workloads,
          reviews,
          lenses,
          writer,
          mappings: await LensMappings.load({
            files: await builtinMappingFiles(),
            lenses,
            logger,
          }),
        });

        const api = createApiRouter({
          httpAuth,
          auditor,
          logger,
          maxHistoryBytes: config.history.maxImportBytes,
        });
        bindLensRoutes(api, {
          access,
          lenses,
          directory: new LensDirectory({ store: lensStore, access }),
          editor: new LensEditor({ store: lensStore, urlReader }),
          lensStore,
          workloadStore: workloads,
          onPublishedLensesChanged: requestSync,
        });
        bindReviewRoutes(api, {
          reviews: new ReviewService({
            access,
            links: sync,
            workloads,
            reviews,
            lenses,
          }),
          editor: new ReviewEditor({ access, writer }),
        });
        bindMilestoneRoutes(api, {
          milestones: new MilestoneService({
            access,
            reviews,
            scores: new ScoreHistoryStore(knex),
            lenses,
            writer,
          }),
        });
        bindUpgradeRoutes(api, {
          upgrades,
          many: new UpgradeMany({ knex, access, upgrades }),
        });
        bindImprovementRoutes(api, {
          improvements: new ImprovementService({
            access,
            reviews,
            improvements: new ImprovementStore(knex),
            lenses,
            catalog: deps.catalog,
          }),
        });
        bindScorecardRoutes(api, {
          scorecards: new ScorecardService({ knex, access }),
        });
        bindHistoryRoutes(api, {
          access,
          importer,
          exporter: new HistoryExporter({ access, workloads, reviews, lenses }),
        });
        closeApiRouter(api);
        deps.httpRouter.use(api.router);
      },
    });
  },
});
