// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { usePermission } from '@backstage/plugin-permission-react';
import {
  type Summary,
  type Target,
  type TargetFields,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData } from '@tanstack/react-query';
import { useMlLensTranslation } from '../../translation';
import { useApiMutation, useApiQuery, useApiPages } from '../shared';

/** Whether the reader may create, change and delete targets. */
export function useManageTargets(): boolean {
  return usePermission({ permission: mlLensTargetManagePermission }).allowed;
}

/** Every target; those a workload has to reach where one is named. */
export function useTargets(workload?: string) {
  return useApiQuery('listTargets', { query: { workload } });
}

/** Burn-up of a target, and who is behind, page by page. */
export function useTargetProgress(targetId: string) {
  return useApiPages('getTargetProgress', {
    path: { targetId },
    query: { limit: 10 },
  });
}

/**
 * How many workloads a target would be for, and how many of them reach it
 * already; null where no filter of the list says so: with phases, or where all
 * has to be answered. Retired ones count in neither, as in the target.
 */
export function useTargetPreview(
  fields: Pick<
    TargetFields,
    'lens' | 'filter' | 'minScore' | 'minCoverage' | 'phases'
  >,
): { workloads: number; reached: number | null } | undefined {
  const { lens, filter, minScore, minCoverage, phases } = fields;
  const { lifecycle = [], ...others } = filter;
  // A filter of lifecycles would bring the retired ones back: they are groups.
  const query = {
    lens,
    ...others,
    orphaned: 'false' as const,
    groupBy: 'lifecycle' as const,
  };
  const percent = Math.round(minCoverage * 100);
  const isCountable = phases.length === 0 && percent < 100;
  const options = { placeholderData: keepPreviousData };
  const all = useApiQuery('getSummary', { query }, options);
  const there = useApiQuery(
    'getSummary',
    {
      query: {
        ...query,
        score: `${minScore}-100`,
        coverage: `${percent}-100`,
      },
    },
    { ...options, enabled: isCountable },
  );
  const countIn = ({ groups }: Summary) =>
    groups
      .filter(
        ({ key }) => lifecycle.length === 0 || lifecycle.includes(key ?? ''),
      )
      .reduce((sum, { workloads }) => sum + workloads, 0);
  if (!all.data || (isCountable && !there.data)) return undefined;
  return {
    workloads: countIn(all.data),
    reached: isCountable ? countIn(there.data!) : null,
  };
}

const CHANGES = ['listTargets', 'getTargetProgress'] as const;

/** Creates a target, or changes the one that is given. */
export function useSaveTarget(target: Target | undefined) {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: (api, fields: TargetFields) =>
      target
        ? api.call('updateTarget', {
            path: { targetId: target.id },
            body: { ...fields, revision: target.revision },
          })
        : api.call('createTarget', { body: fields }),
    changes: CHANGES,
    done: () => t(target ? 'org.targets.saved' : 'org.targets.created'),
  });
}

/** Deletes a target, and says how it went. */
export function useDeleteTarget() {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: async (api, targetId: string) => {
      await api.call('deleteTarget', { path: { targetId } });
    },
    changes: CHANGES,
    done: () => t('org.targets.deleted'),
    failed: t('org.targets.deleteFailed'),
  });
}
