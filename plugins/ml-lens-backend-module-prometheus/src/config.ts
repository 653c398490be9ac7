/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

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

const KEY = 'mlLens.models.prometheus';
const FREQUENCY: HumanDuration = { minutes: 2 };
const SHORTEST_MS = 15_000;

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readPrometheusConfig(
  rootConfig: Config,
): PrometheusConfig | undefined {
  const config = rootConfig.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const frequency = config.has('frequency')
    ? readDurationFromConfig(config, { key: 'frequency' })
    : FREQUENCY;
  if (!(durationToMilliseconds(frequency) >= SHORTEST_MS)) {
    throw new InputError(
      `Invalid configuration: ${KEY}.frequency: must be 15 seconds or more`,
    );
  }
  const baseUrl = addressOf(config.getString('baseUrl'), 'baseUrl');
  const alertmanagerUrl = config.getOptionalString('alertmanagerUrl');
  const token = config.getOptionalString('token');
  return {
    frequency,
    baseUrl,
    webUrl: addressOf(config.getOptionalString('webUrl') ?? baseUrl, 'webUrl'),
    alertmanagerUrl:
      alertmanagerUrl && addressOf(alertmanagerUrl, 'alertmanagerUrl'),
    headers: token ? { authorization: `Bearer ${token}` } : {},
  };
}

function addressOf(value: string, key: string): string {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new InputError(
      `Invalid configuration: ${KEY}.${key}: must be an address that starts with http:// or https://`,
    );
  }
  return value.replace(/\/+$/, '');
}
