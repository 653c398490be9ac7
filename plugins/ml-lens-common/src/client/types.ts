// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensOperations,
  OperationId,
  PathParameters,
} from '../contract/operations';

/**
 * What an operation takes: the parameters of its `path`, its `query`, its
 * `body`, or the text of a file as `rawBody`; and a signal that ends it.
 * @public
 */
export type MlLensRequest<Id extends OperationId> = Pick<
  MlLensOperations[Id],
  Extract<
    keyof MlLensOperations[Id],
    'query' | 'body' | 'rawBody' | 'contentType'
  >
> &
  ({} extends PathParameters<MlLensOperations[Id]['path']>
    ? { path?: undefined }
    : { path: PathParameters<MlLensOperations[Id]['path']> }) & {
    signal?: AbortSignal;
  };

/**
 * What an operation gives: the parsed JSON, nothing for 204, and the response
 * itself for a file.
 * @public
 */
export type MlLensResponse<Id extends OperationId> =
  MlLensOperations[Id]['response'];
