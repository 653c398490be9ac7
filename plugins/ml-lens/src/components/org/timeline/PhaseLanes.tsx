// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgTimeline } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { DataTable, Panel, useLensTexts, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { ExportMenu } from '../views/ExportMenu';
import { Legend } from '../../shared/chart';
import looks from '../../shared/looks.module.css';
import styles from './OrgTimeline.module.css';

/** Keys of how long work on a phase has lasted, in the order of the API. */
const AGES = ['days14', 'days30', 'days90', 'days180', 'more'] as const;

type Phase = OrgTimeline['phases'][number];

function Lane(props: { phase: Phase; most: number }) {
  const { phase, most } = props;
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const name = texts.phaseName(phase.id);
  const here = t('org.timeline.here', { count: phase.here });
  return (
    <li className={styles.lane}>
      <span className={looks.tight}>
        {name}
        <small className={looks.small}>
          {phase.here > 0 ? (
            <RouterLink
              to={links('workloads', { filters: { currentPhase: [phase.id] } })}
            >
              {here}
            </RouterLink>
          ) : (
            here
          )}
          {phase.meanDays !== null &&
            ` · ${t('org.timeline.mean', { count: phase.meanDays })}`}
        </small>
      </span>
      <span
        className={styles.bar}
        style={{ width: `${(100 * phase.open) / most}%` }}
      >
        {AGES.map((age, index) => {
          const count = phase.ages[index];
          const label = t('org.timeline.segment', {
            phase: name,
            count: number(count),
            age: t(`org.timeline.age.${age}`),
          });
          return (
            count > 0 && (
              <span
                key={age}
                role="img"
                className={styles.segment}
                data-age={index}
                style={{ flexGrow: count }}
                aria-label={label}
                title={label}
              >
                {number(count)}
              </span>
            )
          );
        })}
      </span>
      <span className={styles.marks}>
        {phase.stuck > 0 && (
          <strong>{t('org.timeline.stuck', { count: phase.stuck })}</strong>
        )}
        {phase.late > 0 && (
          <span>{t('org.timeline.late', { count: phase.late })}</span>
        )}
      </span>
    </li>
  );
}

/** How many workloads are worked on in each phase, and how long. */
export function PhaseLanes(props: {
  timeline: Pick<OrgTimeline, 'phases' | 'stuckAfter'>;
  isStale: boolean;
}) {
  const { timeline, isStale } = props;
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { phases, stuckAfter } = timeline;
  const most = Math.max(1, ...phases.map(({ open }) => open));
  const orDash = (value: number | null) =>
    value === null ? '–' : number(value);
  return (
    <Panel
      title={t('org.timeline.standing')}
      note={t('org.timeline.standingNote', { count: stuckAfter })}
      isStale={isStale}
      actions={<ExportMenu />}
      table={
        <DataTable
          label={t('org.timeline.standing')}
          columns={[
            t('org.field.phase'),
            t('org.timeline.columns.here'),
            t('org.timeline.columns.open'),
            ...AGES.map(age => t(`org.timeline.age.${age}`)),
            t('org.timeline.columns.mean'),
            t('org.timeline.columns.longest'),
            t('org.timeline.columns.stuck'),
            t('common.late'),
          ]}
          rows={phases.map(phase => ({
            key: phase.id,
            cells: [
              texts.phaseName(phase.id),
              number(phase.here),
              number(phase.open),
              ...phase.ages.map(count => number(count)),
              orDash(phase.meanDays),
              orDash(phase.longestDays),
              number(phase.stuck),
              number(phase.late),
            ],
          }))}
        />
      }
    >
      <Legend
        entries={AGES.map((age, index) => ({
          id: age,
          mark: (
            <span
              className={`${styles.segment} ${styles.key}`}
              data-age={index}
            />
          ),
          text: t(`org.timeline.age.${age}`),
        }))}
      />
      <ol className={looks.stack}>
        {phases.map(phase => (
          <Lane key={phase.id} phase={phase} most={most} />
        ))}
      </ol>
    </Panel>
  );
}
