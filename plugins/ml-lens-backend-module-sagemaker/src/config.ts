// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { MlLensSettings } from '@ml-lens/backstage-plugin-ml-lens-node';

/** An AWS account in one region. */
export interface SageMakerAccountConfig {
  /** What people call it, and what a name begins with to mean its groups. */
  id: string;
  region: string;
  /** Which credentials are taken; the portal's own unless told. */
  accountId: string | undefined;
  /** Where the backend reaches SageMaker; as AWS has it unless told. */
  endpoint: string | undefined;
  /** Where people see a group; `{group}` stands for its name. */
  webUrl: string | undefined;
}

/** Configuration below `mlLens.models.sagemaker`, checked. */
export interface SageMakerConfig {
  frequency: HumanDuration;
  accounts: SageMakerAccountConfig[];
}

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readSageMakerConfig(
  rootConfig: Config,
): SageMakerConfig | undefined {
  const settings = MlLensSettings.below(rootConfig, 'mlLens.models.sagemaker');
  if (!settings) {
    return undefined;
  }
  const accounts = settings.list('accounts').map(readAccount);
  const ids = new Set(accounts.map(({ id }) => id));
  if (accounts.length === 0 || ids.size < accounts.length) {
    throw settings.invalid(
      'needs an account or more, each with an id of its own',
      'accounts',
    );
  }
  return {
    frequency: settings.frequency({
      otherwise: { minutes: 10 },
      atLeast: { minutes: 1 },
    }),
    accounts,
  };
}

function readAccount(settings: MlLensSettings): SageMakerAccountConfig {
  const accountId = settings.optionalString('accountId');
  if (accountId !== undefined && !/^\d{12}$/.test(accountId)) {
    throw settings.invalid(
      'must be the 12 digits of an account, in quotes',
      'accountId',
    );
  }
  return {
    id: settings.optionalString('id') ?? 'sagemaker',
    region: settings.string('region'),
    accountId,
    endpoint: settings.optionalAddress('endpoint'),
    webUrl: settings.optionalAddress('webUrl'),
  };
}
