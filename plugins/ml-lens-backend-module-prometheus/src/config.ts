/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
