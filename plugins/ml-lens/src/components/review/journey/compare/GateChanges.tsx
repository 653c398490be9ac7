// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Who } from '../../../shared/Who';
import { GATE_APPEARANCE } from '../../phases/GatesCard';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat, Chip } from '../../../shared';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';

/** What was decided at gates between the two points. */
export function GateChanges(props: { gates: ReviewDiff['gates'] }) {
  const { gates } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (gates.length === 0) return null;
  return (
    <section aria-label={t('review.compare.gates')}>
      <h4 className={looks.label}>{t('review.compare.gates')}</h4>
      <ul className={`${looks.stack} ${styles.gates}`}>
        {gates.map(one => (
          <li key={`${one.gate}/${one.number}`} className={looks.row}>
            <Chip
              appearance={GATE_APPEARANCE[one.decision]}
              label={t(`phases.gate.status.${one.decision}`)}
            />
            <span>
              {one.name}, {format.date(one.decidedAt)},{' '}
              <Who actor={one.decidedBy} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
