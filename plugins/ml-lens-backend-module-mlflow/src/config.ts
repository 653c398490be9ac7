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

const KEY = 'mlLens.models.mlflow';
const FREQUENCY: HumanDuration = { minutes: 10 };
const SHORTEST_MS = 60_000;

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readMlflowConfig(rootConfig: Config): MlflowConfig | undefined {
  const config = rootConfig.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const frequency = config.has('frequency')
    ? readDurationFromConfig(config, { key: 'frequency' })
    : FREQUENCY;
  if (!(durationToMilliseconds(frequency) >= SHORTEST_MS)) {
    throw new InputError(
      `Invalid configuration: ${KEY}.frequency: must be 1 minute or more`,
    );
  }
  const servers = config
    .getConfigArray('servers')
    .map((server, index) => readServer(server, `${KEY}.servers[${index}]`));
  const ids = new Set(servers.map(({ id }) => id));
  if (servers.length === 0 || ids.size < servers.length) {
    throw new InputError(
      `Invalid configuration: ${KEY}.servers: needs a server or more, each with an id of its own`,
    );
  }
  return { frequency, servers };
}

function readServer(config: Config, at: string): MlflowServer {
  const baseUrl = addressOf(config.getString('baseUrl'), `${at}.baseUrl`);
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username');
  if (token !== undefined && username !== undefined) {
    throw new InputError(
      `Invalid configuration: ${at}: has a token and a username; MLflow takes one of them`,
    );
  }
  return {
    id: config.getOptionalString('id') ?? 'mlflow',
    baseUrl,
    webUrl: addressOf(
      config.getOptionalString('webUrl') ?? baseUrl,
      `${at}.webUrl`,
    ),
    headers: authorization(
      token,
      username && `${username}:${config.getString('password')}`,
    ),
  };
}

function authorization(
  token: string | undefined,
  basic: string | undefined,
): Record<string, string> {
  if (token) {
    return { authorization: `Bearer ${token}` };
  }
  return basic
    ? { authorization: `Basic ${Buffer.from(basic).toString('base64')}` }
    : {};
}

function addressOf(value: string, at: string): string {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new InputError(
      `Invalid configuration: ${at}: must be an address that starts with http:// or https://`,
    );
  }
  return value.replace(/\/+$/, '');
}
