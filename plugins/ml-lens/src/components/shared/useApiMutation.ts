// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MlLensApi,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../api';
import { errorText } from './failure';
import { useToasts } from './useToasts';

export interface ApiMutation<Values, Result> {
  /** Asks for the change. */
  call: (api: MlLensApi, values: Values) => Promise<Result>;
  /** What answers otherwise from then on: some operations, or everything. */
  changes?: readonly OperationId[] | 'all';
  /** What else is brought up to date with it. */
  refresh?: () => unknown;
  /** Whether that is done after a failure, too: others were there before. */
  refreshesAlways?: boolean;
  /** Said when it is done. */
  done?: (values: Values, result: Result) => string;
  /** Said when it failed, above what the backend says. */
  failed?: string;
  /** Whether a failure has been dealt with, so that nothing is said. */
  onFailed?: (error: Error, values: Values) => boolean | Promise<boolean>;
  /** After all that. */
  onDone?: (result: Result, values: Values) => void;
}

/** Changes something, brings what shows it up to date, and says how it went. */
export function useApiMutation<Values = void, Result = unknown>(
  options: ApiMutation<Values, Result>,
) {
  const { call, changes = [], refresh, refreshesAlways = false } = options;
  const { done, failed, onFailed, onDone } = options;
  const api = useApi(mlLensApiRef);
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const refreshAll = async () => {
    await Promise.all([refresh?.(), invalidate(queryClient, changes)]);
  };
  return useMutation<Result, Error, Values>({
    mutationFn: values => call(api, values),
    async onSuccess(result, values) {
      await refreshAll();
      if (done) {
        toasts.post({ status: 'success', title: done(values, result) });
      }
      onDone?.(result, values);
    },
    async onError(error, values) {
      if (refreshesAlways) await refreshAll();
      if (await onFailed?.(error, values)) return;
      if (failed !== undefined) {
        toasts.post({
          status: 'danger',
          title: failed,
          description: errorText(error),
        });
      }
    },
  });
}

/** Lets what operations answered be asked for anew where it is shown. */
async function invalidate(
  queryClient: QueryClient,
  changes: readonly OperationId[] | 'all',
): Promise<void> {
  const keys =
    changes === 'all'
      ? [['ml-lens'] as const]
      : changes.map(operation => queryKey(operation));
  await Promise.all(
    keys.map(key => queryClient.invalidateQueries({ queryKey: key })),
  );
}
