// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import {
  problemsOf,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { type LensProblem } from '@ml-lens/lens-model';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useEffect, useState } from 'react';
import { mlLensApiRef, queryKey } from '../../../api';
import { statusOf, useApiMutation } from '../../shared';
import type { LocalCheck } from './checkText';
import type { LensSource } from './source';

/** Stores a checked source as a draft. */
export function useImportLens() {
  return useApiMutation({
    call: (api, request: { source: LensSource; names: ImportNames }) =>
      api.call('importLens', importRequest(request.source, request.names)),
    changes: ['listLenses', 'getLens', 'diffLens'],
  });
}

/** A value once it has not changed for a while. */
function useDebounced<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}

/** Id and version to import as; what is left out the file decides. */
export interface ImportNames {
  lensId?: string;
  version?: string;
}

/** What is known about a source so far. */
export interface LensCheck {
  /** Whether the server has not answered for what is shown. */
  isChecking: boolean;
  errors: LensProblem[];
  warnings: LensProblem[];
  counts?: MlLensResponse<'importLens'>['counts'];
  /** What the server would import it as. */
  result?: MlLensResponse<'importLens'>;
  /** Why the server refused, other than for problems of the file. */
  refusal?: unknown;
  canImport: boolean;
}

export function importRequest(source: LensSource, names: ImportNames) {
  return source.kind === 'url'
    ? { query: { ...names, url: source.url } }
    : { query: names, rawBody: source.text };
}

function isAboutFile(problems: unknown[]): problems is LensProblem[] {
  return problems.length > 0;
}

const NOTHING: LocalCheck = { errors: [], warnings: [] };
const TYPING_PAUSE_MS = 400;

/**
 * Checks a source twice: here at once, where its text is known, and by the
 * server, which alone knows what is stored already.
 */
export function useLensCheck(
  source: LensSource,
  names: ImportNames,
): LensCheck {
  const api = useApi(mlLensApiRef);
  const asked = useDebounced(names, TYPING_PAUSE_MS);

  const local = useQuery({
    queryKey: queryKey('importLens', 'local', source.id),
    queryFn: async (): Promise<LocalCheck> => {
      if (source.kind === 'url') return NOTHING;
      const { checkText } = await import('./checkText');
      return checkText(source.bytes ?? source.text);
    },
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
  });

  const remote = useQuery({
    queryKey: queryKey('importLens', 'check', source.id, asked),
    queryFn: ({ signal }) => {
      const request = importRequest(source, asked);
      return api.call('importLens', {
        ...request,
        query: { ...request.query, dryRun: 'true' },
        signal,
      });
    },
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });

  return useMemo(() => {
    const found = remote.error ? problemsOf(remote.error) : [];
    const fromServer = isAboutFile(found) ? found : undefined;
    const { errors, warnings, counts } = local.data ?? NOTHING;
    const result = remote.error ? undefined : remote.data;
    const allErrors = fromServer ?? errors;
    const isChecking = remote.isFetching || local.isPending || asked !== names;
    return {
      isChecking,
      errors: allErrors,
      warnings: source.kind === 'url' ? result?.warnings ?? [] : warnings,
      counts: result?.counts ?? counts,
      result,
      refusal:
        remote.error && !fromServer && !tooLargeSaid(errors, remote.error)
          ? remote.error
          : undefined,
      canImport: !isChecking && allErrors.length === 0 && Boolean(result),
    };
  }, [
    local.data,
    local.isPending,
    remote.data,
    remote.error,
    remote.isFetching,
    asked,
    names,
    source,
  ]);
}

/** A file that is too large is a problem of the file already; say it once. */
function tooLargeSaid(errors: LensProblem[], error: unknown) {
  return statusOf(error) === 413 && errors.length > 0;
}
