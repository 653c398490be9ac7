// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MlLensRequest,
  MlLensResponse,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../api';

/**
 * Asks the backend; what an operation and a request answered is kept.
 *
 * @param options - `revision` of what the answer follows from: with another one
 *   it is asked for again
 */
export function useApiQuery<Id extends OperationId>(
  operation: Id,
  request: MlLensRequest<Id>,
  options?: Omit<
    UseQueryOptions<MlLensResponse<Id>, Error>,
    'queryKey' | 'queryFn'
  > & { revision?: number },
) {
  const { revision, ...others } = options ?? {};
  const api = useApi(mlLensApiRef);
  return useQuery<MlLensResponse<Id>, Error>({
    ...others,
    queryKey:
      revision === undefined
        ? queryKey(operation, request)
        : queryKey(operation, request, revision),
    queryFn: ({ signal }) => api.call(operation, { ...request, signal }),
  });
}
