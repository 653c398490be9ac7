/*
 * The backend's own classes, from their sources. Types end here: benchmarks are
 * run by Node.js as they are.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');

const backend = '../../plugins/ml-lens-backend/src';

export const {
  createApiRouter,
  closeApiRouter,
} = require(`${backend}/http/server`);
export const {
  bindOrganisationRoutes,
} = require(`${backend}/http/organisationRoutes`);
export const { bindReviewRoutes } = require(`${backend}/http/reviewRoutes`);
export const {
  bindScorecardRoutes,
} = require(`${backend}/http/scorecardRoutes`);
export const {
  connectDatabase,
  ReviewStore,
  WorkloadStore,
} = require(`${backend}/database`);
export const { LensStore } = require(`${backend}/database/LensStore`);
export const { noteOrgChange } = require(`${backend}/database/orgChanges`);
export const { insertAll } = require(`${backend}/database/sql`);
export const { Freshness } = require(`${backend}/freshness`);
export const { HistoryImporter } = require(`${backend}/history`);
export const {
  DefaultLensService,
} = require(`${backend}/lenses/DefaultLensService`);
export const { LensLoader } = require(`${backend}/lenses/LensLoader`);
export const { builtinLensFiles } = require(`${backend}/lenses/lensFiles`);
export const {
  ensureReviews,
  resolvePublished,
  ReviewEditor,
  ReviewService,
  ReviewUpkeep,
  ReviewWriter,
} = require(`${backend}/reviews`);
export const { OrgReader, ScorecardService } = require(`${backend}/scorecards`);
export const { WaiverStore } = require(`${backend}/waivers/WaiverStore`);
export const express = require('express');
export const createKnex = require('knex');
