// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { useReviewMutation, useReviewPath } from '../model';

const SAVED = {
  plannedStart: ['review.phase.planSaved', 'review.phase.planCleared'],
  targetDate: ['review.phase.targetSaved', 'review.phase.targetCleared'],
} as const;

type Plan = Record<keyof typeof SAVED, string | null>;

/** Sets or clears a planned day of a phase; says which one it was. */
export function usePutPlan(phaseId: string, which: keyof typeof SAVED) {
  const path = { ...useReviewPath(), phaseId };
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, plan: Plan) =>
      api.call('putPhaseTarget', {
        path,
        // What somebody else plans meanwhile stays.
        body: which === 'plannedStart' ? plan : { targetDate: plan.targetDate },
      }),
    done: plan => t(SAVED[which][plan[which] ? 0 : 1]),
    failed: t('review.phase.targetFailed'),
  });
}

/** Starts the next iteration of a phase by hand. */
export function useStartIteration(phaseId: string, onDone: () => void) {
  const path = { ...useReviewPath(), phaseId };
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, reason: string) =>
      api.call('startIteration', { path, body: { reason } }),
    done: () => t('review.phase.started'),
    failed: t('review.phase.startFailed'),
    onDone,
  });
}
