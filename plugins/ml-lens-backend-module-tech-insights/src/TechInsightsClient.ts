// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

/** The latest facts of one entity, by fact retriever. */
export type LatestFacts = z.infer<typeof factsSchema>;

/** Longest an answer of Tech Insights is waited for. */
const PATIENCE_MS = 30_000;

// What a retriever stored last: facts by name, and when.
const factsSchema = z.record(
  z.string(),
  z.object({
    timestamp: z.iso.datetime({ offset: true }),
    facts: z.record(z.string(), z.unknown()),
  }),
);

/** Reads facts from the Tech Insights plugin of the same portal. */
export class TechInsightsClient {
  constructor(
    private readonly deps: { auth: AuthService; discovery: DiscoveryService },
  ) {}

  /**
   * What retrievers stored last about an entity; those that have nothing to say
   * about it are left out. Undefined where the portal has no Tech Insights.
   *
   * @throws ResponseError and whatever a network can do
   */
  async latestFacts(
    entityRef: string,
    factRetrievers: readonly string[],
    signal: AbortSignal,
  ): Promise<LatestFacts | undefined> {
    const { auth, discovery } = this.deps;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'tech-insights',
    });
    const query = new URLSearchParams([
      ['entity', entityRef],
      ...factRetrievers.map(id => ['ids[]', id]),
    ]);
    const baseUrl = await discovery.getBaseUrl('tech-insights');
    const response = await fetch(`${baseUrl}/facts/latest?${query}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return factsSchema.parse(await response.json());
  }
}
