// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Target } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, Answered, SmallButton } from '../../shared';
import { useEntityNames, useReviewPath } from '../hooks';
import {
  type ChartSeries,
  DataTable,
  LineChart,
  lineLook,
  SeriesLegend,
} from '../insights';
import { ScoreCell } from '../parts';
import { burnUpOf } from '../../targets/burnUp';
import looks from '../../shared/looks.module.css';
import styles from '../../targets/Targets.module.css';
import { useTargetProgress } from '../../targets/useTargets';

function BurnUp(props: {
  target: Target;
  points: Parameters<typeof burnUpOf>[0];
}) {
  const { target, points } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { dates, reached, total, pace } = burnUpOf(points, target.dueDate);
  const series: ChartSeries[] = [
    {
      id: 'reached',
      name: t('org.targets.lineReached'),
      color: 'var(--mll-none-solid)',
      values: reached,
    },
    {
      id: 'total',
      name: t('org.targets.lineTotal'),
      color: lineLook(0).color,
      values: total,
    },
    {
      id: 'pace',
      name: t('org.targets.linePace'),
      color: 'var(--mll-open-solid)',
      dash: '5 4',
      values: pace,
    },
  ];
  if (dates.length < 2) return null;
  return (
    <>
      <LineChart
        label={t('org.targets.burnUpChart')}
        dates={dates}
        series={series}
        format={value => number(Math.round(value * 10) / 10)}
      />
      <SeriesLegend label={t('org.targets.burnUp')} series={series} />
    </>
  );
}

/** Burn-up of a target, and the workloads that are not there yet. */
export function TargetDetails(props: { target: Target }) {
  const { target } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const reviewPath = useReviewPath();
  // Of one phase, it is that phase they lack.
  const at: Record<string, string> =
    target.phases.length === 1 ? { phase: target.phases[0] } : {};
  const query = useTargetProgress(target.id);
  const behind = query.data?.pages.flatMap(page => page.behind) ?? [];
  const nameOf = useEntityNames(behind.flatMap(({ owner }) => owner ?? []));
  return (
    <Answered query={query} height={280}>
      {({ pages: [first] }) => (
        <div className={`${looks.halves} ${styles.details}`}>
          <section aria-label={t('org.targets.burnUp')}>
            <h4 className={looks.label}>{t('org.targets.burnUp')}</h4>
            <BurnUp target={target} points={first.points} />
          </section>
          <section aria-label={t('org.targets.behind')}>
            <h4 className={looks.label}>
              {t('org.targets.behind')} ({number(first.totalItems)})
            </h4>
            {behind.length === 0 ? (
              <p className={looks.muted}>{t('org.targets.behindNone')}</p>
            ) : (
              <DataTable
                label={t('org.targets.behind')}
                columns={[
                  t('org.targets.workload'),
                  t('org.field.owner'),
                  t('org.field.score'),
                  t('org.field.readiness'),
                ]}
                rows={behind.map(row => ({
                  key: row.workloadId,
                  cells: [
                    <RouterLink
                      key="title"
                      className={looks.strong}
                      to={reviewPath({ ...row, lens: { id: target.lens } }, at)}
                    >
                      {row.title}
                    </RouterLink>,
                    row.owner ? nameOf(row.owner) : t('org.rollup.none.owner'),
                    <ScoreCell
                      key="score"
                      score={row.score}
                      coverage={row.coverage}
                    />,
                    row.readiness === null ? '–' : number(row.readiness),
                  ],
                }))}
              />
            )}
            {query.hasNextPage && (
              <SmallButton
                isPending={query.isFetchingNextPage}
                onPress={() => query.fetchNextPage()}
              >
                {t('org.targets.moreBehind')}
              </SmallButton>
            )}
          </section>
        </div>
      )}
    </Answered>
  );
}
