// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { MlLensSettings } from '@ml-lens/backstage-plugin-ml-lens-node';

/** A tracking server with a model registry. */
export interface MlflowServer {
  /** What people call it, and what a name begins with to mean its models. */
  id: string;
  baseUrl: string;
  /** Where people open it; the same address unless told. */
  webUrl: string;
  headers: Record<string, string>;
}

/** Configuration below `mlLens.models.mlflow`, checked. */
export interface MlflowConfig {
  frequency: HumanDuration;
  servers: MlflowServer[];
}

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readMlflowConfig(rootConfig: Config): MlflowConfig | undefined {
  const settings = MlLensSettings.below(rootConfig, 'mlLens.models.mlflow');
  if (!settings) {
    return undefined;
  }
  const servers = settings.list('servers').map(readServer);
  const ids = new Set(servers.map(({ id }) => id));
  if (servers.length === 0 || ids.size < servers.length) {
    throw settings.invalid(
      'needs a server or more, each with an id of its own',
      'servers',
    );
  }
  return {
    frequency: settings.frequency({
      otherwise: { minutes: 10 },
      atLeast: { minutes: 1 },
    }),
    servers,
  };
}

function readServer(settings: MlLensSettings): MlflowServer {
  const baseUrl = settings.address('baseUrl');
  return {
    id: settings.optionalString('id') ?? 'mlflow',
    baseUrl,
    webUrl: settings.optionalAddress('webUrl') ?? baseUrl,
    headers: settings.authorization(),
  };
}
