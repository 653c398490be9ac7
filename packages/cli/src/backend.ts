// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  MlLensClient,
  type MlLensRequest,
  type MlLensResponse,
  type OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Command, Option } from 'commander';
import { CliError } from './errors';

/** Options of every command that talks to a backend. */
export interface BackendOptions {
  url: string;
  token?: string;
}

/** Adds `--url` and `--token`, which the environment can give as well. */
export function withBackend(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', 'address of the Backstage backend')
        .env('ML_LENS_URL')
        .default('http://localhost:7007'),
    )
    .addOption(
      new Option('--token <token>', 'Backstage token').env('ML_LENS_TOKEN'),
    );
}

/** Calls an operation of a backend. */
export type CallBackend = <Id extends OperationId>(
  operation: Id,
  request: MlLensRequest<Id>,
) => Promise<MlLensResponse<Id>>;

/**
 * What calls the backend at `url`.
 *
 * @throws CliError when the address cannot be one
 */
export function connect({ url, token }: BackendOptions): CallBackend {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new CliError(
      `"${url}" is no address of a backend: it starts with http:// or https://`,
    );
  }
  const baseUrl = `${url.replace(/\/+$/, '')}/api/ml-lens`;
  const client = new MlLensClient({
    discoveryApi: { getBaseUrl: async () => baseUrl },
    fetchApi: { fetch },
  });
  return (operation, ...request) =>
    client.call(operation, ...request, { token });
}
