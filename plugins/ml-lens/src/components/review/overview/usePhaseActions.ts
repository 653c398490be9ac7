import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useToasts } from '../../shared';

function messageOf(error: unknown) {
  return error instanceof Error ? error.message : undefined;
}

const SAVED = {
  plannedStart: ['review.phase.planSaved', 'review.phase.planCleared'],
  targetDate: ['review.phase.targetSaved', 'review.phase.targetCleared'],
} as const;

/** Sets or clears a planned day of a phase; says which one it was. */
export function usePutPlan(phaseId: string, which: keyof typeof SAVED) {
  const { workload, lens, reload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: (plan: Record<keyof typeof SAVED, string | null>) =>
      api.call('putPhaseTarget', {
        path: { workloadId: workload.id, lensId: lens.id, phaseId },
        // What somebody else plans meanwhile stays.
        body: which === 'plannedStart' ? plan : { targetDate: plan.targetDate },
      }),
    async onSuccess(_result, plan) {
      await reload();
      toastApi.post({
        status: 'success',
        title: t(SAVED[which][plan[which] ? 0 : 1]),
      });
    },
    onError: error =>
      void toastApi.post({
        status: 'danger',
        title: t('review.phase.targetFailed'),
        description: messageOf(error),
      }),
  });
}

/** Starts the next iteration of a phase by hand. */
export function useStartIteration(phaseId: string, onStarted: () => void) {
  const { workload, lens, reload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: (reason: string) =>
      api.call('startIteration', {
        path: { workloadId: workload.id, lensId: lens.id, phaseId },
        body: { reason },
      }),
    async onSuccess() {
      await reload();
      toastApi.post({ status: 'success', title: t('review.phase.started') });
      onStarted();
    },
    onError: error =>
      void toastApi.post({
        status: 'danger',
        title: t('review.phase.startFailed'),
        description: messageOf(error),
      }),
  });
}
