// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { MlLensSettings } from '@ml-lens/backstage-plugin-ml-lens-node';

/** Configuration below `mlLens.models.prometheus`, checked. */
export interface PrometheusConfig {
  frequency: HumanDuration;
  baseUrl: string;
  /** Where people open it; the same address unless told. */
  webUrl: string;
  /** Which alarms are not silenced; Prometheus alone cannot tell. */
  alertmanagerUrl: string | undefined;
  headers: Record<string, string>;
}

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readPrometheusConfig(
  rootConfig: Config,
): PrometheusConfig | undefined {
  const settings = MlLensSettings.below(rootConfig, 'mlLens.models.prometheus');
  if (!settings) {
    return undefined;
  }
  const baseUrl = settings.address('baseUrl');
  return {
    frequency: settings.frequency({
      otherwise: { minutes: 2 },
      atLeast: { seconds: 15 },
    }),
    baseUrl,
    webUrl: settings.optionalAddress('webUrl') ?? baseUrl,
    alertmanagerUrl: settings.optionalAddress('alertmanagerUrl'),
    headers: settings.authorization(),
  };
}
