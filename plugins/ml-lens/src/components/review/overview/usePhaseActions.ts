import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useToasts } from '../../shared';

function messageOf(error: unknown) {
  return error instanceof Error ? error.message : undefined;
}

/** Sets or clears the target date of a phase. */
export function usePutTarget(phaseId: string) {
  const { workload, lens, reload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: (targetDate: string | null) =>
      api.call('putPhaseTarget', {
        path: { workloadId: workload.id, lensId: lens.id, phaseId },
        body: { targetDate },
      }),
    async onSuccess(_result, targetDate) {
      await reload();
      toastApi.post({
        status: 'success',
        title: t(
          targetDate
            ? 'review.phase.targetSaved'
            : 'review.phase.targetCleared',
        ),
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
