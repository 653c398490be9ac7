// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useSearchParams } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import styles from '../journey/Journey.module.css';
import { useReview } from '../model';
import { useGates } from './usePhases';

/**
 * The gate that the review comes to next, of those it has not passed; leads to
 * where somebody asks or decides.
 */
export function NextGate() {
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const { data } = useGates();
  const [params] = useSearchParams();
  const order = lens.phases.map(({ id }) => id);
  const from = order.indexOf(review.scorecard.currentPhase ?? '');
  const next = data?.items
    .filter(
      ({ gate, status }) =>
        order.indexOf(gate.phase) >= from &&
        status !== 'GO' &&
        status !== 'GO_WITH_CONDITIONS',
    )
    .sort((a, b) => order.indexOf(a.gate.phase) - order.indexOf(b.gate.phase))
    .at(0);
  if (!next) return null;
  const { gate, requirements, status } = next;
  const { name } =
    lens.document.gates?.find(({ id }) => id === gate.id) ?? gate;
  const search = new URLSearchParams(params);
  search.delete('view');
  search.set('gate', gate.id);
  return (
    <Link
      className={styles.question}
      to={{ search: search.toString() }}
      preventScrollReset
    >
      {status === 'OPEN'
        ? t('phases.gate.nextOpen', { name })
        : t('phases.gate.next', {
            name,
            met: String(requirements.filter(({ met }) => met).length),
            of: String(requirements.length),
          })}
    </Link>
  );
}
