// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { SageMakerAccount } from './SageMakerAccount';

/** What is kept of an endpoint until it changes. */
interface KnownEndpoint {
  modifiedAt: number;
  variants: { variant: string; share: number; packages: string[] }[];
}

type Served = NonNullable<MlLensModelFact['served']>[number];

/** Most endpoints and variants that are told of one model. */
const MAX_SERVED = 20;

/**
 * Which versions of which groups the endpoints of an account serve. All of them
 * are listed each time; what one serves is asked again when it has changed.
 */
export class Endpoints {
  #known = new Map<string, KnownEndpoint>();

  constructor(private readonly account: SageMakerAccount) {}

  /** What each group is served by; and the names of those endpoints. */
  async read(signal: AbortSignal): Promise<Map<string, Served[]>> {
    const known = new Map<string, KnownEndpoint>();
    for await (const {
      EndpointName: name,
      LastModifiedTime: at,
    } of this.account.endpoints(signal)) {
      if (name) {
        const modifiedAt = at?.getTime() ?? NaN;
        const before = this.#known.get(name);
        known.set(
          name,
          before?.modifiedAt === modifiedAt
            ? before
            : { modifiedAt, variants: await this.#variants(name, signal) },
        );
      }
    }
    this.#known = known;
    return byGroup(known);
  }

  async #variants(
    endpoint: string,
    signal: AbortSignal,
  ): Promise<KnownEndpoint['variants']> {
    const variants = await this.account.variants(endpoint, signal);
    const all = variants.reduce((sum, { weight }) => sum + weight, 0);
    const known: KnownEndpoint['variants'] = [];
    for (const { variant, model, weight } of variants) {
      known.push({
        variant,
        share: all > 0 ? weight / all : 0,
        packages: await this.account.packagesOf(model, signal),
      });
    }
    return known;
  }
}

function byGroup(
  endpoints: ReadonlyMap<string, KnownEndpoint>,
): Map<string, Served[]> {
  const groups = new Map<string, Served[]>();
  for (const [endpoint, { variants }] of endpoints) {
    for (const { variant, share, packages } of variants) {
      for (const arn of packages) {
        const place = placeOf(arn);
        const served = place && (groups.get(place.group) ?? []);
        if (served && served.length < MAX_SERVED) {
          const { version } = place;
          served.push({ endpoint, variant, version, share });
          groups.set(place.group, served);
        }
      }
    }
  }
  return groups;
}

/** Group and version of the ARN of a model package that has both. */
function placeOf(arn: string): { group: string; version: string } | undefined {
  const [, group, version] = /:model-package\/([^/]+)\/(\d+)$/.exec(arn) ?? [];
  return group && version ? { group, version } : undefined;
}
