// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ModelPackageSummary } from '@aws-sdk/client-sagemaker';
import type { HumanDuration } from '@backstage/types';
import {
  mlLensModelsOf,
  type MlLensModelFact,
  type MlLensModelProblem,
  type MlLensModelRequest,
  type MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { Endpoints } from './Endpoints';
import { ModelCards } from './ModelCards';
import { readMonitoring, type Monitoring } from './readMonitoring';
import { NotAllowed, type SageMakerAccount } from './SageMakerAccount';

/** Up to so many groups are asked for one by one, more by one listing. */
const ONE_BY_ONE = 10;

/** What is gathered of a group while the listing goes on. */
interface Gathered {
  latest: ModelPackageSummary | undefined;
  versions: number;
}

/** An account with what is known of it from one run to the next. */
interface KnownAccount {
  id: string;
  account: SageMakerAccount;
  endpoints: Endpoints;
  cards: ModelCards;
}

/** Model package groups of the AWS accounts of a portal. */
export class SageMakerSource implements MlLensModelSource {
  readonly id = 'sagemaker';
  readonly title = 'Amazon SageMaker';
  readonly schedule: MlLensModelSource['schedule'];
  readonly #accounts: readonly KnownAccount[];
  readonly #told = new Set<string>();

  constructor(options: {
    accounts: readonly SageMakerAccount[];
    frequency: HumanDuration;
  }) {
    this.#accounts = options.accounts.map(account => ({
      id: account.id,
      account,
      endpoints: new Endpoints(account),
      cards: new ModelCards(account),
    }));
    this.schedule = { frequency: options.frequency };
  }

  read(
    request: MlLensModelRequest,
  ): AsyncIterable<MlLensModelFact | MlLensModelProblem> {
    return mlLensModelsOf(request, {
      systems: this.#accounts,
      factsOf: (known, wanted) => this.#factsOf(known, wanted, request),
    });
  }

  async #factsOf(
    { account, endpoints, cards }: KnownAccount,
    wanted: ReadonlyMap<string, string>,
    { signal, logger }: MlLensModelRequest,
  ): Promise<MlLensModelFact[]> {
    const gathered = await gather(account, [...wanted.keys()], signal);
    if (gathered.size === 0) {
      return [];
    }
    const allowed = async <T>(what: string, read: () => Promise<T>) =>
      await this.#ifAllowed(`${account.title}: ${what}`, logger, read);
    const described = await allowed('model cards', () =>
      cards.of(
        [...gathered].map(([group, { latest }]) => ({
          group,
          arn: latest?.ModelPackageArn,
        })),
        signal,
      ),
    );
    const served = await allowed('endpoints', () => endpoints.read(signal));
    const monitoring = await allowed('monitoring', () =>
      readMonitoring(account, signal),
    );
    return [...gathered].map(([group, { latest, versions }]) => {
      const url = account.pageOf(group);
      const own = served?.get(group);
      return {
        name: wanted.get(group)!,
        ...(url && { url }),
        versions,
        ...(latest?.CreationTime && { latest: versionOf(latest, url) }),
        ...(described && { card: { present: described.has(group) } }),
        ...(own && { served: own }),
        ...(own && monitoring && { alarms: alarmsOf(own, monitoring) }),
      };
    });
  }

  /** Undefined for what the account may not do; said once. */
  async #ifAllowed<T>(
    what: string,
    logger: LoggerService,
    read: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof NotAllowed)) {
        throw error;
      }
      if (!this.#told.has(what)) {
        this.#told.add(what);
        logger.warn(`${what} may not be read, so nothing is said of them`);
      }
      return undefined;
    }
  }
}

/** Versions of the groups that are there, by group. */
async function gather(
  account: SageMakerAccount,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Gathered>> {
  const gathered = new Map<string, Gathered>();
  const begin = (group: string) =>
    gathered.set(group, { latest: undefined, versions: 0 });
  if (names.length <= ONE_BY_ONE) {
    for (const name of names) {
      if (await account.hasGroup(name, signal)) {
        begin(name);
        for await (const version of account.packages(signal, name)) {
          count(gathered, version);
        }
      }
    }
    return gathered;
  }
  const wanted = new Set(names);
  for await (const { ModelPackageGroupName: name } of account.groups(signal)) {
    if (name && wanted.has(name)) {
      begin(name);
    }
  }
  for await (const version of account.packages(signal)) {
    count(gathered, version);
  }
  return gathered;
}

function count(
  gathered: ReadonlyMap<string, Gathered>,
  version: ModelPackageSummary,
): void {
  const one = gathered.get(version.ModelPackageGroupName ?? '');
  if (one) {
    one.versions += 1;
    const number = version.ModelPackageVersion ?? 0;
    if (number > (one.latest?.ModelPackageVersion ?? 0)) {
      one.latest = version;
    }
  }
}

function versionOf(
  {
    ModelPackageVersion,
    ModelApprovalStatus,
    CreationTime,
  }: ModelPackageSummary,
  url: string | undefined,
): NonNullable<MlLensModelFact['latest']> {
  return {
    version: String(ModelPackageVersion),
    createdAt: CreationTime!.toISOString(),
    ...(ModelApprovalStatus && { approval: ModelApprovalStatus }),
    ...(url && { url }),
  };
}

/** How the monitoring of the endpoints of a group stands. */
function alarmsOf(
  served: readonly { endpoint: string }[],
  monitoring: ReadonlyMap<string, Monitoring>,
): Monitoring {
  const sum = { rules: 0, firing: 0, silent: 0 };
  for (const endpoint of new Set(served.map(one => one.endpoint))) {
    const own = monitoring.get(endpoint);
    if (own) {
      sum.rules += own.rules;
      sum.firing += own.firing;
      sum.silent += own.silent;
    }
  }
  return sum;
}
