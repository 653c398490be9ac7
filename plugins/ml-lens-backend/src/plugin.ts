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
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  mlLensEvidenceProvidersExtensionPoint,
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
import {
  CatalogMetadataProvider,
  EvidenceCollector,
  EvidenceProviders,
  EvidenceService,
  EvidenceStore,
} from './evidence';
import { Freshness, ReviewDigest } from './freshness';
import { HistoryExporter, HistoryImporter } from './history';
import { importDemoHistory } from './history/importDemoHistory';
import { bindEvidenceRoutes } from './http/evidenceRoutes';
import { bindHistoryRoutes } from './http/historyRoutes';
import { bindImprovementRoutes } from './http/improvementRoutes';
import { bindLensRoutes } from './http/lensRoutes';
import { bindMilestoneRoutes } from './http/milestoneRoutes';
import { bindOrganisationRoutes } from './http/organisationRoutes';
import { bindReviewRoutes } from './http/reviewRoutes';
import { bindScorecardRoutes } from './http/scorecardRoutes';
import { closeApiRouter, createApiRouter } from './http/server';
import { bindUpgradeRoutes } from './http/upgradeRoutes';
import { bindWaiverRoutes } from './http/waiverRoutes';
import { ImprovementService, ImprovementStore } from './improvements';
import { DefaultLensService } from './lenses/DefaultLensService';
import { LensDirectory } from './lenses/LensDirectory';
import { LensEditor } from './lenses/LensEditor';
import { allLensFiles } from './lenses/lensFiles';
import { LensLoader } from './lenses/LensLoader';
import { ReviewSignals } from './live/ReviewSignals';
import { MilestoneService, ScoreHistoryStore } from './milestones';
import { OwnerNotices } from './notices/OwnerNotices';
import { registerPermissions } from './permissions';
import {
  ensureReviews,
  rebuildOutdated,
  ProfileService,
  ReviewEditor,
  ReviewService,
  ReviewUpkeep,
  ReviewWriter,
} from './reviews';
import { OrgReader, ScorecardService } from './scorecards';
import {
  builtinMappingFiles,
  LensMappings,
  UpgradeMany,
  UpgradeService,
} from './upgrades';
import { WaiverExpiry, WaiverService, WaiverStore } from './waivers';

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
    const evidenceProviders = new EvidenceProviders();
    reg.registerExtensionPoint(mlLensEvidenceProvidersExtensionPoint, {
      addEvidenceProviders: (...providers) => {
        evidenceProviders.add(...providers);
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
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

        await rebuildOutdated({ store: reviews, lenses, logger });
        const changes = await ReviewSignals.create({
          knex,
          signals: deps.signals,
          logger,
        });
        const importer = new HistoryImporter({
          workloads,
          reviews,
          lenses,
          changes,
        });
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

        const notices = new OwnerNotices({
          ...deps,
          language: config.notifications.language,
        });
        const freshness = new Freshness(config.freshness.reviewEvery);
        await new ReviewDigest({
          knex,
          freshness,
          notices,
          logger,
          every: config.freshness.digestEvery,
        }).schedule(scheduler);
        const waivers = new WaiverStore(knex);
        const expiry = new WaiverExpiry({
          waivers,
          reviews,
          workloads,
          auditor,
          notices,
          changes,
        });
        await expiry.schedule(scheduler);
        const evidence = new EvidenceStore(knex);
        if (config.evidence.catalogMetadata) {
          evidenceProviders.add(new CatalogMetadataProvider(deps));
        }
        await new EvidenceCollector({
          ...deps,
          knex,
          evidence,
          lenses,
          changes,
        }).schedule(scheduler, evidenceProviders);

        const writer = new ReviewWriter({ store: reviews, lenses, changes });
        const mappings = await LensMappings.load({
          files: await builtinMappingFiles(),
          lenses,
          logger,
        });
        const upgrades = new UpgradeService({
          access,
          workloads,
          reviews,
          lenses,
          writer,
          mappings,
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
          mappings,
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
            upkeep: new ReviewUpkeep({
              reviews,
              waivers,
              freshness,
              changes,
            }),
          }),
          profiles: new ProfileService({ access, workloads, reviews, lenses }),
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
        bindWaiverRoutes(api, {
          waivers: new WaiverService({
            access,
            reviews,
            waivers,
            expiry,
            lenses,
            changes,
            maxDuration: config.waivers.maxDuration,
          }),
        });
        bindEvidenceRoutes(api, {
          evidence: new EvidenceService({
            access,
            reviews,
            evidence,
            lenses,
            changes,
          }),
        });
        const org = new OrgReader({ knex, access, lenses, freshness });
        bindScorecardRoutes(api, {
          scorecards: new ScorecardService({ reader: org }),
        });
        bindOrganisationRoutes(api, { knex, access, lenses, reader: org });
        bindHistoryRoutes(api, {
          access,
          importer,
          exporter: new HistoryExporter({ access, workloads, reviews, lenses }),
          reviews,
          lenses,
        });
        closeApiRouter(api);
        deps.httpRouter.use(api.router);
      },
    });
  },
});
