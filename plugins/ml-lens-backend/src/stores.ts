/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import { ModelReader } from './models/ModelReader';
import { ModelStore } from './models/ModelStore';
import { ProposalStore } from './proposals/ProposalStore';
import { DoubtStore } from './reviews/DoubtStore';
import { ReviewStore } from './reviews/ReviewStore';
import { WaiverStore } from './waivers/WaiverStore';
import { WorkloadStore } from './workloads/WorkloadStore';

/** What more than one feature reads or writes. */
export function createStores(knex: Knex) {
  return {
    doubts: new DoubtStore(knex),
    models: new ModelReader(new ModelStore(knex)),
    proposals: new ProposalStore(knex),
    reviews: new ReviewStore(knex),
    waivers: new WaiverStore(knex),
    workloads: new WorkloadStore(knex),
  };
}
