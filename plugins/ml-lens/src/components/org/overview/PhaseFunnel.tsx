// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup, Summary } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { PhaseStatus } from '@ml-lens/lens-model';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { STATUS_APPEARANCE, useFormat } from '../../shared';
import { STATUS_ORDER, StatusLegend } from '../../shared/StatusLegend';
import { DataTable, DeltaText, Panel, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import looks from '../../shared/looks.module.css';
import styles from './Overview.module.css';

/** How many workloads stand where in each phase of the lifecycle. */
export function PhaseFunnel(props: {
  total: Rollup;
  pace: Summary['pace'];
  before?: Rollup;
}) {
  const { total, pace, before } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const phases = lens.phases.filter(({ id }) => total.phases[id]);
  if (phases.length === 0) return null;
  const countOf = (id: string, status: PhaseStatus) =>
    total.phases[id][status] ?? 0;
  return (
    <Panel
      title={t('org.overview.funnel')}
      note={[
        t('org.overview.funnelNote'),
        before && t('org.overview.funnelChange'),
      ]
        .filter(Boolean)
        .join(' ')}
      table={
        <DataTable
          label={t('org.overview.funnel')}
          columns={[
            t('org.field.phase'),
            ...STATUS_ORDER.map(status => t(`common.status.${status}`)),
            t('org.overview.meanDays'),
            t('common.late'),
          ]}
          rows={phases.map(({ id, name }) => ({
            key: id,
            cells: [
              name,
              ...STATUS_ORDER.map(status => number(countOf(id, status))),
              typeof pace[id]?.meanDays === 'number'
                ? number(Math.round(pace[id].meanDays))
                : '–',
              number(pace[id]?.late ?? 0),
            ],
          }))}
        />
      }
    >
      <StatusLegend />
      <ol className={styles.funnel}>
        {phases.map(({ id, name }) => (
          <li key={id}>
            <span>
              {name}
              {pace[id] && (
                <small
                  className={`${looks.line} ${looks.small} ${styles.pace}`}
                >
                  {pace[id].meanDays !== null &&
                    t('org.overview.pace', {
                      count: Math.round(pace[id].meanDays),
                      days: number(Math.round(pace[id].meanDays)),
                    })}
                  {pace[id].late > 0 && (
                    <RouterLink
                      to={links('workloads', { filters: { late: ['true'] } })}
                    >
                      {t('org.overview.latePhases', {
                        count: pace[id].late,
                        number: number(pace[id].late),
                      })}
                    </RouterLink>
                  )}
                </small>
              )}
            </span>
            <span className={styles.phaseBar}>
              {STATUS_ORDER.filter(status => countOf(id, status) > 0).map(
                status => {
                  const { icon: Icon, fg, bg } = STATUS_APPEARANCE[status];
                  const count = countOf(id, status);
                  const label = t('org.overview.phaseSegment', {
                    phase: name,
                    count: number(count),
                    status: t(`common.status.${status}`),
                  });
                  return (
                    <RouterLink
                      key={status}
                      to={links('workloads', {
                        filters: { phase: [`${id}:${status}`] },
                      })}
                      className={styles.segment}
                      style={{ flexGrow: count, background: bg, color: fg }}
                      aria-label={label}
                      title={label}
                    >
                      <Icon aria-hidden size={12} />
                      {number(count)}
                    </RouterLink>
                  );
                },
              )}
            </span>
            <span>
              <DeltaText
                now={countOf(id, 'COMPLETE')}
                before={before && (before.phases[id]?.COMPLETE ?? 0)}
                good="up"
                format={number}
              />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
