import { useApi } from '@backstage/frontend-plugin-api';
import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useToasts } from '../../shared';
import { useReviewFrame, useReviewUrl } from '../model';

function useReviewPath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

/** Reports how a change went, in the words of `review.phases`. */
function useChange<Values>(
  change: (values: Values) => Promise<unknown>,
  words: {
    done: (values: Values) => string;
    failed: string;
    onDone?: () => void;
  },
) {
  const { reload } = useReviewFrame();
  const queryClient = useQueryClient();
  const toastApi = useToasts();
  return useMutation({
    mutationFn: change,
    async onSuccess(_, values) {
      await Promise.all([
        reload(),
        queryClient.invalidateQueries({ queryKey: queryKey('listGates') }),
        queryClient.invalidateQueries({ queryKey: queryKey('listHistory') }),
      ]);
      toastApi.post({ status: 'success', title: words.done(values) });
      words.onDone?.();
    },
    onError: error =>
      void toastApi.post({
        status: 'danger',
        title: words.failed,
        description: error instanceof Error ? error.message : undefined,
      }),
  });
}

/** Says which phase the review is in; null leaves it to the timeline. */
export function useSetPhase() {
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useChange(
    (phase: string | null) =>
      api.call('putReviewPhase', { path, body: { phase } }),
    {
      done: () => t('phases.phaseSet'),
      failed: t('phases.phaseFailed'),
    },
  );
}

/** Says that an answer is still true. */
export function useConfirm(questionId: string) {
  const api = useApi(mlLensApiRef);
  const path = { ...useReviewPath(), questionId };
  const { t } = useMlLensTranslation();
  return useChange(
    (revision: number) =>
      api.call('confirmAnswer', { path, body: { revision } }),
    {
      done: () => t('phases.confirmed'),
      failed: t('phases.confirmFailed'),
    },
  );
}

/** The gates of the review, now or at the instant that is looked at. */
export function useGates() {
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  return useQuery({
    queryKey: queryKey('listGates', path, url.at),
    queryFn: ({ signal }) =>
      api.call('listGates', { path, query: { at: url.at }, signal }),
    enabled: !isPreview,
  });
}

type Decision = 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO' | 'WITHDRAWN';

/** Asks at a gate. */
export function useRequestGate(gateId: string, onDone: () => void) {
  const api = useApi(mlLensApiRef);
  const path = { ...useReviewPath(), gateId };
  const { t } = useMlLensTranslation();
  return useChange(
    (comment: string) => api.call('requestGate', { path, body: { comment } }),
    {
      done: () => t('phases.gate.asked'),
      failed: t('phases.gate.failed'),
      onDone,
    },
  );
}

/** Decides on a request, or takes it back. */
export function useDecideGate(
  gateId: string,
  number: number,
  onDone?: () => void,
) {
  const api = useApi(mlLensApiRef);
  const path = { ...useReviewPath(), gateId, number: String(number) };
  const { t } = useMlLensTranslation();
  return useChange(
    (body: {
      decision: Decision;
      comment?: string;
      conditions?: GateRequest['conditions'];
    }) => api.call('decideGate', { path, body }),
    {
      done: ({ decision }) => t(`phases.gate.done.${decision}`),
      failed: t('phases.gate.failed'),
      onDone,
    },
  );
}
