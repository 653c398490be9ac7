// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useReviewFrame } from '../../model';
import { WaiverChip } from './WaiverItem';

/** Marks a question whose risk somebody asked to accept, or that is accepted. */
export function AcceptedMark(props: { questionId: string }) {
  const { waivers } = useReviewFrame();
  const waiver = waivers.find(
    ({ questionId }) => questionId === props.questionId,
  );
  return waiver ? <WaiverChip waiver={waiver} /> : null;
}
