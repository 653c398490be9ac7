// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useSearchParams } from 'react-router-dom';
import { useGates } from './usePhases';
import { useMlLensTranslation } from '../../../translation';
import { useReview } from '../model';
import journeyStyles from '../journey/Journey.module.css';

/** The gate the review comes to next; leads to where somebody asks or decides. */
export function NextGate() {
  const { lens } = useReview();
  const { t } = useMlLensTranslation();
  const { data } = useGates();
  const [params] = useSearchParams();
  const next = data?.items.find(item => item.gate.id === data.next);
  if (!next) return null;
  const { gate, requirements, status } = next;
  const { name } =
    lens.document.gates?.find(({ id }) => id === gate.id) ?? gate;
  const search = new URLSearchParams(params);
  search.delete('view');
  search.set('gate', gate.id);
  return (
    <Link
      className={journeyStyles.question}
      to={{ search: search.toString() }}
      preventScrollReset
    >
      {status === 'OPEN'
        ? t('phases.gate.nextOpen', { name })
        : t(status === 'NO_GO' ? 'phases.gate.nextNoGo' : 'phases.gate.next', {
            name,
            met: String(requirements.filter(({ met }) => met).length),
            of: String(requirements.length),
          })}
    </Link>
  );
}
