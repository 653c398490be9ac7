// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Tooltip, TooltipTrigger, Focusable } from '@backstage/ui';
import type { LensPhase, PhaseState } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../translation';
import { STATUS_APPEARANCE } from '../shared';
import { StatusLegend } from '../shared/StatusLegend';
import looks from '../shared/looks.module.css';
import styles from './PhaseStrip.module.css';

/** The lifecycle in one line: a segment per phase, in order. */
export function PhaseStrip(props: {
  phases: readonly Pick<LensPhase, 'id' | 'name'>[];
  states: readonly PhaseState[];
}) {
  const { phases, states } = props;
  const { t } = useMlLensTranslation();
  return (
    <div>
      <h4 className={looks.heading}>{t('review.card.phases')}</h4>
      <ol className={styles.strip}>
        {phases.map(({ id, name }) => {
          const state = states.find(phase => phase.id === id);
          const status = state?.status ?? 'NOT_STARTED';
          const { icon: Icon, bg, fg } = STATUS_APPEARANCE[status];
          const values = { name, status: t(`common.status.${status}`) };
          const label = state?.late
            ? t('review.timeline.selectPhaseLate', values)
            : t('review.timeline.selectPhase', values);
          return (
            <li key={id}>
              <TooltipTrigger delay={200}>
                <Focusable>
                  <span
                    role="img"
                    aria-label={label}
                    className={styles.segment}
                    data-late={state?.late ?? false}
                    style={{ background: bg, color: fg }}
                  >
                    <Icon aria-hidden size={14} />
                  </span>
                </Focusable>
                <Tooltip>{label}</Tooltip>
              </TooltipTrigger>
            </li>
          );
        })}
      </ol>
      <StatusLegend hasLate={states.some(({ late }) => late)} />
    </div>
  );
}
