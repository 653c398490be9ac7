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

/** Asks the backend; what an operation and a request answered is kept. */
export function useApiQuery<Id extends OperationId>(
  operation: Id,
  request: MlLensRequest<Id>,
  options?: Omit<
    UseQueryOptions<MlLensResponse<Id>, Error>,
    'queryKey' | 'queryFn'
  >,
) {
  const api = useApi(mlLensApiRef);
  return useQuery<MlLensResponse<Id>, Error>({
    ...options,
    queryKey: queryKey(operation, request),
    queryFn: ({ signal }) => api.call(operation, { ...request, signal }),
  });
}
