// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  UpgradeCandidate,
  UpgradeLine,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mlLensApiRef } from '../../../api';
import { errorText, useApiQuery, useApiPages } from '../../shared';
import { readLines } from './readLines';
import { type LastMove, type MoveTarget, useLastMove } from './useLastMove';

/** A move of many reviews, or taking one back. */
export interface UpgradeRun {
  action: 'move' | 'undo';
  status: 'running' | 'done' | 'stopped' | 'failed';
  /** The reviews it is about, with what they are called. */
  candidates: readonly Pick<UpgradeCandidate, 'workloadId' | 'title'>[];
  target: MoveTarget;
  lines: UpgradeLine[];
  /** Of the run as a whole; lines have their own. */
  error?: string;
}

const PAGE_SIZE = 100;

/** How many reviews are not at a version, of those the caller may see. */
export function useUpgradeOutlook(lensId: string, toVersion: string) {
  const path = { lensId };
  const query = { toVersion };
  return useApiQuery('previewUpgradeMany', { path, query });
}

/** The reviews that are not there yet, with what moving would do to each. */
export function useUpgradeCandidates(target: MoveTarget) {
  const { lensId, toLens, toVersion } = target;
  return useApiPages(
    'listUpgradeCandidates',
    { path: { lensId }, query: { toLens, toVersion, limit: PAGE_SIZE } },
    // Others answer and move meanwhile; what is asked about must be so now.
    { staleTime: 0 },
  );
}

/**
 * Moves reviews, tells of each as it is done, and takes the batch back: at once,
 * or as long as nothing happened to the reviews since.
 */
export function useUpgradeMany(lensId: string) {
  const api = useApi(mlLensApiRef);
  const queryClient = useQueryClient();
  const [run, setRun] = useState<UpgradeRun>();
  const controller = useRef<AbortController>();
  const { last, keep, forget: forgetMove } = useLastMove(lensId);

  // Nobody is left to be told once the page is gone.
  useEffect(() => () => controller.current?.abort(), []);

  const go = async (
    begun: Pick<UpgradeRun, 'action' | 'candidates' | 'target'>,
  ) => {
    const { action, candidates, target } = begun;
    const moved = new Set<string>();
    const abort = new AbortController();
    controller.current = abort;
    setRun({ ...begun, status: 'running', lines: [] });
    const workloads = candidates.map(({ workloadId }) => workloadId);
    const { toLens, toVersion } = target;
    try {
      const { signal } = abort;
      const response =
        action === 'move'
          ? await api.call('upgradeMany', {
              path: { lensId: target.lensId },
              body: { workloads, toLens, toVersion },
              signal,
            })
          : await api.call('undoUpgradeMany', {
              path: { lensId: toLens },
              body: { workloads },
              signal,
            });
      if (response.body) {
        for await (const text of readLines(response.body)) {
          const line: UpgradeLine = JSON.parse(text);
          if (line.ok) moved.add(line.workloadId);
          setRun(old => old && { ...old, lines: [...old.lines, line] });
        }
      }
      setRun(old => old && { ...old, status: 'done' });
    } catch (error) {
      setRun(
        old =>
          old && {
            ...old,
            ...(abort.signal.aborted
              ? { status: 'stopped' }
              : { status: 'failed', error: errorText(error) }),
          },
      );
    }
    // However it ended: what is done is done, and can be taken back.
    if (action === 'undo') {
      await forgetMove();
    } else {
      await keep({
        target,
        at: new Date().toISOString(),
        workloads: candidates
          .filter(({ workloadId }) => moved.has(workloadId))
          .map(({ workloadId, title }) => ({ workloadId, title })),
      });
    }
    await queryClient.invalidateQueries({ queryKey: ['ml-lens'] });
  };
  return {
    run,
    move: (target: MoveTarget, candidates: readonly UpgradeCandidate[]) =>
      go({ action: 'move', candidates, target }),
    /** The last move of this lens's reviews, however long ago. */
    last,
    /** Takes it back, as far as nothing happened to the reviews since. */
    undo: ({ workloads, target }: LastMove) =>
      go({ action: 'undo', candidates: workloads, target }),
    stop: () => controller.current?.abort(),
    forget: () => setRun(undefined),
  };
}
