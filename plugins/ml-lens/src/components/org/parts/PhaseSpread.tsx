// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { STATUS_APPEARANCE } from '../../shared';
import { STATUS_ORDER } from '../../shared/StatusLegend';
import { DetailTip } from './DetailTip';
import styles from './PhaseSpread.module.css';

/** How many workloads of a group stand where: one stacked column per phase. */
export function PhaseSpread(props: {
  group: string;
  spread: Rollup['phases'];
  phases: { id: string; name: string }[];
}) {
  const { group, spread, phases } = props;
  const { t } = useMlLensTranslation();
  const shown = phases.filter(({ id }) => spread[id]);
  if (shown.length === 0) return <span>{t('org.table.none')}</span>;

  const counts = (id: string) =>
    STATUS_ORDER.map(status => ({
      status,
      count: spread[id][status] ?? 0,
    })).filter(({ count }) => count > 0);
  const inWords = (id: string) =>
    counts(id)
      .map(({ status, count }) =>
        t('org.phases.count', {
          count: String(count),
          status: t(`common.status.${status}`),
        }),
      )
      .join(', ');

  return (
    <DetailTip
      label={t('org.phases.groupShow', {
        group,
        summary: shown
          .map(({ id, name }) =>
            t('org.phases.item', { phase: name, status: inWords(id) }),
          )
          .join('; '),
      })}
      details={
        <dl className={styles.details}>
          {shown.map(({ id, name }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{inWords(id)}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <span className={styles.spread} aria-hidden>
        {shown.map(({ id }) => (
          <span key={id} className={styles.column}>
            {counts(id).map(({ status, count }) => (
              <span
                key={status}
                className={styles[status]}
                style={{
                  flexGrow: count,
                  backgroundColor:
                    status === 'NOT_STARTED'
                      ? undefined
                      : STATUS_APPEARANCE[status].solid,
                }}
              />
            ))}
          </span>
        ))}
      </span>
    </DetailTip>
  );
}
