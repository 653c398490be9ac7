import { useApi } from '@backstage/frontend-plugin-api';
import { type UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mlLensApiRef, queryKey } from '../../../api';
import { errorMessage } from '../hooks/errorMessage';
import { readLines } from './readLines';

export interface UpgradeRun {
  status: 'asked' | 'running' | 'done' | 'stopped' | 'failed';
  lines: UpgradeLine[];
  /** Of the run as a whole; lines have their own. */
  error?: string;
}

/** How many reviews would be moved, of those the caller may see. */
export function useUpgradeOutlook(lensId: string, toVersion: string) {
  const api = useApi(mlLensApiRef);
  const path = { lensId };
  const query = { toVersion };
  return useQuery({
    queryKey: queryKey('previewUpgradeMany', path, query),
    queryFn: ({ signal }) =>
      api.call('previewUpgradeMany', { path, query, signal }),
    // Others answer and move meanwhile; what is asked about must be so now.
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** Moves every review of a lens to a version and tells of each as it is done. */
export function useUpgradeMany(lensId: string, toVersion: string) {
  const api = useApi(mlLensApiRef);
  const queryClient = useQueryClient();
  const [run, setRun] = useState<UpgradeRun>({ status: 'asked', lines: [] });
  const controller = useRef<AbortController>();

  // Nobody is left to be told once the dialog is gone.
  useEffect(() => () => controller.current?.abort(), []);

  const start = async () => {
    const abort = new AbortController();
    controller.current = abort;
    setRun({ status: 'running', lines: [] });
    try {
      const response = await api.call('upgradeMany', {
        path: { lensId },
        body: { toVersion },
        signal: abort.signal,
      });
      if (response.body) {
        for await (const text of readLines(response.body)) {
          const line: UpgradeLine = JSON.parse(text);
          setRun(old => ({ ...old, lines: [...old.lines, line] }));
        }
      }
      setRun(old => ({ ...old, status: 'done' }));
    } catch (error) {
      setRun(old =>
        abort.signal.aborted
          ? { ...old, status: 'stopped' }
          : { ...old, status: 'failed', error: errorMessage(error) },
      );
    }
    await queryClient.invalidateQueries({ queryKey: ['ml-lens'] });
  };
  return { run, start, stop: () => controller.current?.abort() };
}
