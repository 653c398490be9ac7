// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import {
  useReviewFrame,
  useReviewMutation,
  useReviewPath,
  useReviewUrl,
} from '../model';
import { useApiQuery } from '../../shared';

/** What a change of phases, answers and gates changes. */
const CHANGES = ['listGates', 'listHistory'] as const;

/** Says which phase the review is in; null leaves it to the timeline. */
export function useSetPhase() {
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, phase: string | null) =>
      api.call('putReviewPhase', { path, body: { phase } }),
    changes: CHANGES,
    done: () => t('phases.phaseSet'),
    failed: t('phases.phaseFailed'),
  });
}

/** Says that an answer is still true. */
export function useConfirm(questionId: string) {
  const path = { ...useReviewPath(), questionId };
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, revision: number) =>
      api.call('confirmAnswer', { path, body: { revision } }),
    changes: CHANGES,
    done: () => t('phases.confirmed'),
    failed: t('phases.confirmFailed'),
  });
}

/** The gates of the review, now or at the instant that is looked at. */
export function useGates() {
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  const path = useReviewPath();
  return useApiQuery(
    'listGates',
    { path, query: { at: url.at } },
    { enabled: !isPreview },
  );
}

/** Asks at a gate. */
export function useRequestGate(gateId: string, onDone: () => void) {
  const path = { ...useReviewPath(), gateId };
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, comment: string) =>
      api.call('requestGate', { path, body: { comment } }),
    changes: CHANGES,
    done: () => t('phases.gate.asked'),
    failed: t('phases.gate.failed'),
    onDone,
  });
}

/** Decides on a request, or takes it back. */
export function useDecideGate(
  gateId: string,
  number: number,
  onDone?: () => void,
) {
  const path = { ...useReviewPath(), gateId, number: String(number) };
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, body: MlLensRequest<'decideGate'>['body']) =>
      api.call('decideGate', { path, body }),
    changes: CHANGES,
    done: ({ decision }) => t(`phases.gate.done.${decision}`),
    failed: t('phases.gate.failed'),
    onDone,
  });
}
