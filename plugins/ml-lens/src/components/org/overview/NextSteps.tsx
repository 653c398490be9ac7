// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { LateChip, RISK_APPEARANCE, useFormat, Answered } from '../../shared';
import { useReviewPath, useOrgQuery, type RowOfReview } from '../hooks';
import { DeltaText, Panel, useLensTexts, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { longestLate } from '../parts';
import { gapValue } from '../orgUrl';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';
import { MOVERS_ID } from '../movers/MoversPanel';

const HIGH = RISK_APPEARANCE.HIGH;

/** Shown of each list. */
const FEW = 5;

/** Where to look first: the riskiest workloads, the late ones, the widest gaps. */
export function NextSteps(props: {
  /** How many workloads are late. */
  late: number;
  /** The instant figures are compared with. */
  since: string | undefined;
}) {
  return (
    <div className={`${looks.columns} ${styles.steps}`}>
      {props.since && <Fell since={props.since} />}
      <Riskiest />
      <Late count={props.late} />
      <WidestGaps />
    </div>
  );
}

function Riskiest() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const query = useOrgQuery('queryScorecards', {
    risk: ['HIGH'],
    sort: '-high',
    limit: FEW,
  });
  return (
    <Steps
      title={t('org.overview.riskiest')}
      query={query}
      empty={t('org.overview.nothingRisky')}
      all={
        <RouterLink
          to={links('workloads', {
            filters: { risk: ['HIGH'] },
            sort: { field: 'high', descending: true },
          })}
        >
          {t('org.overview.showAll')}
        </RouterLink>
      }
    >
      {row => (
        <WorkloadStep key={row.workloadId} row={row}>
          <span
            className={`${looks.inline} ${styles.figure}`}
            title={t('common.risk.HIGH')}
            style={{ color: HIGH.fg }}
          >
            <HIGH.icon aria-label={t('common.risk.HIGH')} size={14} />
            {number(row.counts.HIGH)}
          </span>
        </WorkloadStep>
      )}
    </Steps>
  );
}

/** Who got worse since the day figures are compared with. */
function Fell(props: { since: string }) {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const texts = useLensTexts(lens.id);
  const query = useOrgQuery('getMovers', {
    from: props.since,
    direction: 'worse',
    limit: FEW,
  });
  const worse = query.data?.worse ?? 0;
  return (
    <Steps
      title={t('org.movers.fell')}
      query={query}
      empty={t('org.movers.nobodyFell')}
      all={
        worse > 0 && (
          <RouterLink to={`${links('trend')}#${MOVERS_ID}`}>
            {t('org.movers.showAll', { count: worse, number: number(worse) })}
          </RouterLink>
        )
      }
    >
      {mover => (
        <WorkloadStep
          key={mover.workloadId}
          row={mover}
          note={
            mover.upgradeOnly
              ? t('org.movers.upgradeOnly', {
                  version: mover.lens.version,
                })
              : mover.causes
                  .slice(0, 1)
                  .map(id => texts.questionTitle(id))
                  .join('')
          }
        >
          <DeltaText
            now={mover.score.to}
            before={mover.score.from}
            good="up"
            format={number}
          />
        </WorkloadStep>
      )}
    </Steps>
  );
}

function Late(props: { count: number }) {
  const { t } = useMlLensTranslation();
  const { number, date } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const query = useOrgQuery('queryScorecards', {
    late: 'true',
    sort: 'lateSince',
    limit: FEW,
  });
  return (
    <Steps
      title={t('org.overview.late')}
      query={query}
      empty={t('org.overview.nothingLate')}
      all={
        props.count > 0 && (
          <RouterLink
            to={links('workloads', {
              filters: { late: ['true'] },
              sort: { field: 'lateSince', descending: false },
            })}
          >
            {t('org.overview.showCount', { count: number(props.count) })}
          </RouterLink>
        )
      }
    >
      {row => {
        const first = longestLate(row);
        const others =
          Object.values(row.phases).filter(({ late }) => late).length - 1;
        return (
          <WorkloadStep
            key={row.workloadId}
            row={row}
            note={
              first && (
                <>
                  {row.owner && (
                    <>
                      <EntityRefLink
                        entityRef={row.owner}
                        defaultKind="group"
                        hideIcon
                      />
                      {' · '}
                    </>
                  )}
                  {[
                    lens.phases.find(({ id }) => id === first.id)?.name,
                    others > 0 &&
                      t('org.overview.morePhases', {
                        count: others,
                        number: number(others),
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </>
              )
            }
          >
            {first && (
              <span
                title={t('org.overview.since', {
                  date: date(first.targetDate),
                })}
              >
                <LateChip since={first.targetDate} />
              </span>
            )}
          </WorkloadStep>
        );
      }}
    </Steps>
  );
}

function WidestGaps() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const texts = useLensTexts(lens.id);
  const query = useOrgQuery('getGaps', { limit: FEW });
  return (
    <Steps
      title={t('org.overview.askFor')}
      query={query}
      empty={t('org.overview.nothingMissing')}
      all={
        <RouterLink to={links('gaps')}>{t('org.overview.showAll')}</RouterLink>
      }
    >
      {gap => (
        <li key={gapValue(gap)} className={looks.line}>
          <div className={styles.what}>
            <RouterLink
              className={styles.name}
              to={links('workloads', {
                filters: { gap: [gapValue(gap)] },
              })}
            >
              {texts.practiceTitle(gap.questionId, gap.choiceId)}
            </RouterLink>
            <span className={looks.small}>
              {t('org.overview.missingIn', {
                unmet: number(gap.unmet),
                judged: number(gap.judged),
              })}
            </span>
          </div>
        </li>
      )}
    </Steps>
  );
}

/** The first of a list, each with what is to be said of it. */
function Steps<T>(props: {
  title: string;
  /** Leads to all of them. */
  all: ReactNode;
  query: {
    data: { items: T[] } | undefined;
    error: unknown;
    refetch(): unknown;
  };
  empty: string;
  children: (item: T) => ReactNode;
}) {
  const { title, all, query, empty, children } = props;
  return (
    <Panel title={title} actions={all}>
      <Answered query={query} height={180}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={looks.small}>{empty}</p>
          ) : (
            <ol className={`${looks.lined} ${styles.list}`}>
              {items.map(children)}
            </ol>
          )
        }
      </Answered>
    </Panel>
  );
}

/** A workload with its team, and what is to be said of it. */
function WorkloadStep(props: {
  row: RowOfReview & { title: string; owner: string | null };
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { row, note, children } = props;
  const path = useReviewPath()(row);
  return (
    <li className={looks.line}>
      <div className={styles.what}>
        <RouterLink className={styles.name} to={path}>
          {row.title}
        </RouterLink>
        <span className={looks.small}>
          {note ??
            (row.owner && (
              <EntityRefLink
                entityRef={row.owner}
                defaultKind="group"
                hideIcon
              />
            ))}
        </span>
      </div>
      {children}
    </li>
  );
}
