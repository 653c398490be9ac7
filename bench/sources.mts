// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * The backend's own classes, from their sources. Types end here: benchmarks are
 * run by Node.js as they are.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');

const backend = '../plugins/ml-lens-backend/src';

export const { Ageing } = require(`${backend}/confirmations/Ageing`);
export const { Counting } = require(`${backend}/reviews/projection/Counting`);
export const { DoubtStore } = require(`${backend}/reviews/DoubtStore`);
export const { Freshness } = require(`${backend}/reviews/Freshness`);
export const { ReviewWriter } = require(`${backend}/reviews/ReviewWriter`);
export const { systemClock } = require(`${backend}/clock`);
export const { connectDatabase } = require(`${backend}/database/migrate`);
export const { insertAll } = require(`${backend}/database/sql`);
export const {
  HistoryImporter,
} = require(`${backend}/history/HistoryImporter`);
export const {
  DefaultLensService,
} = require(`${backend}/lenses/DefaultLensService`);
export const { builtinLensFiles } = require(`${backend}/lenses/lensFiles`);
export const { LensLoader } = require(`${backend}/lenses/LensLoader`);
export const { LensStore } = require(`${backend}/lenses/LensStore`);
export const { ensureReviews } = require(`${backend}/reviews/ensureReviews`);
export const { ReviewStore } = require(`${backend}/reviews/ReviewStore`);
export const { noteOrgChange } = require(`${backend}/workloads/orgChanges`);
export const { WorkloadStore } = require(`${backend}/workloads/WorkloadStore`);
export const createKnex = require('knex');
