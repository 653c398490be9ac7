// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { ModelReader } from './models/ModelReader';
import { ModelStore } from './models/ModelStore';
import { DoubtStore } from './reviews/DoubtStore';
import { ReviewStore } from './reviews/ReviewStore';
import { WaiverStore } from './waivers/WaiverStore';
import { WorkloadStore } from './workloads/WorkloadStore';

/** What more than one feature reads or writes. */
export function createStores(knex: Knex) {
  return {
    doubts: new DoubtStore(knex),
    models: new ModelReader(new ModelStore(knex)),
    reviews: new ReviewStore(knex),
    waivers: new WaiverStore(knex),
    workloads: new WorkloadStore(knex),
  };
}
