// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';

import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { WorkloadProfile } from '@ml-lens/lens-model';
import { staleRevision } from '../errors';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { problemOfLayer } from './stackLayers';

/** What a workload is built on: its ML stack layer, and how it was chosen. */
export class ProfileService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'lenses' | 'reviews' | 'workloads'
    >,
  ) {}

  /** ML stack layer and ratings of a workload. */
  async profile(workloadId: string): Promise<WorkloadProfile> {
    return (await this.deps.workloads.workload(workloadId)).profile;
  }

  /**
   * Sets the profile of a workload.
   *
   * @throws InputError for a layer none of the workload's lenses has
   * @throws StaleWriteError when the writer saw another revision
   */
  async putProfile(
    workloadId: string,
    body: MlLensRequest<'putProfile'>['body'],
    credentials: CallerCredentials,
  ): Promise<WorkloadProfile> {
    await this.#requireLayer(workloadId, body.layer);
    const { revision, ...profile } = body;
    return await this.deps.workloads.transaction(async tx => {
      const saved = await this.deps.workloads.saveProfile(
        tx,
        workloadId,
        revision,
        {
          ...profile,
          updatedAt: this.deps.clock(),
          updatedBy: actorOf(credentials),
        },
      );
      const stored = await this.deps.workloads.workload(workloadId, tx);
      if (!saved) {
        throw staleRevision('The profile', stored.profile, body);
      }
      return stored.profile;
    });
  }

  async #requireLayer(workloadId: string, layer: string | null): Promise<void> {
    const reviews = await this.deps.reviews.reviewsOf(workloadId);
    const lenses = await Promise.all(
      reviews.map(row =>
        this.deps.lenses.compiled(row.lens_id, row.lens_version),
      ),
    );
    const problem = problemOfLayer(layer, lenses);
    if (problem) {
      throw new InputError(`Invalid body: ${problem}`);
    }
  }
}
