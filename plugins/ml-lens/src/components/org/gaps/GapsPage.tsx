// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { Gap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  type DataColumn,
  DataRows,
  EmptyState,
  useFormat,
  Answered,
  FilterSelect,
  SmallButton,
} from '../../shared';
import { useEntityNames, useOrgQuery } from '../hooks';
import {
  DeltaText,
  inInsightsPage,
  Panel,
  SinceSelect,
  useLensTexts,
  useSince,
  useUrlKeys,
} from '../insights';
import { useOrg } from '../OrgModel';
import { PlanGapDialog } from '../plan/PlanGapDialog';
import {
  GainCell,
  GapRisksCell,
  PracticeCell,
  TeamsCell,
  UnmetCell,
} from './cells';
import looks from '../../shared/looks.module.css';
import styles from './Gaps.module.css';

type GapRow = Gap & { id: string; rank: number };

/** Gaps that are asked for. */
const MOST = 100;

/** Gaps shown before somebody asks for the others. */
const FIRST = 20;

/**
 * The mean score with its decimals, which gains are measured from: the summary
 * rounds it, and a practice is seldom worth a whole point.
 */
function useExactMeanScore(): number | null | undefined {
  const today = DateTime.utc().toISODate();
  const { data } = useOrgQuery('getTrend', {
    from: today,
    to: today,
    interval: 'day',
  });
  return data?.series[0]?.points.at(-1)?.score;
}

function Gaps() {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number, date } = useFormat();
  const texts = useLensTexts(lens.id);
  const { instant } = useSince();
  const { get, set } = useUrlKeys<'gapPillar' | 'gapPhase'>();
  const query = useOrgQuery('getGaps', { since: instant, limit: MOST });
  const mean = useExactMeanScore();
  const items = query.data?.items ?? [];
  const nameOf = useEntityNames(
    items.flatMap(({ owners }) => owners.flatMap(({ owner }) => owner ?? [])),
  );
  const rows: GapRow[] = items
    .map((gap, index) => ({
      ...gap,
      id: `${gap.questionId}/${gap.choiceId}`,
      rank: index + 1,
    }))
    .filter(
      ({ pillar, phase }) =>
        pillar === (get('gapPillar') ?? pillar) &&
        phase === (get('gapPhase') ?? phase),
    );
  const [isWhole, setWhole] = useState(false);
  const [planned, setPlanned] = useState<Gap>();
  const titleOf = (gap: Gap) =>
    texts.practiceTitle(gap.questionId, gap.choiceId);
  const plan = (gap: Gap) => (
    <SmallButton
      aria-label={t('org.plan.gapNamed', { practice: titleOf(gap) })}
      onPress={() => setPlanned(gap)}
    >
      {t('org.plan.gap')}
    </SmallButton>
  );
  const change = (gap: Gap) => (
    <DeltaText
      now={gap.unmet}
      before={gap.unmetBefore}
      good="down"
      format={number}
    />
  );
  const columns: DataColumn<GapRow>[] = [
    {
      id: 'practice',
      label: t('org.gaps.practice'),
      width: 20,
      cell: gap => (
        <div className={styles.ranked}>
          <span className={`${looks.note} ${looks.strong}`}>
            {number(gap.rank)}
          </span>
          <PracticeCell gap={gap} texts={texts} />
        </div>
      ),
    },
    {
      id: 'unmet',
      label: t('org.gaps.unmet'),
      width: 8,
      cell: gap => <UnmetCell gap={gap} />,
    },
    {
      id: 'risks',
      label: t('org.gaps.risks'),
      width: 7,
      cell: gap => <GapRisksCell gap={gap} />,
    },
    ...(instant
      ? [
          {
            id: 'change',
            label: t('org.gaps.change'),
            width: 8,
            cell: change,
          },
        ]
      : []),
    {
      id: 'teams',
      label: t('org.gaps.teams'),
      width: 12,
      cell: gap => <TeamsCell gap={gap} nameOf={nameOf} />,
    },
    {
      id: 'gain',
      label: t('org.gaps.gain'),
      width: 10,
      cell: gap => <GainCell gap={gap} mean={mean} />,
    },
    { id: 'plan', label: t('org.plan.gap'), width: 6, cell: plan },
  ];

  return (
    <Panel
      title={t('org.gaps.title')}
      note={
        <>
          {t('org.gaps.note')}
          {instant &&
            ` ${t('org.since.comparedWith', { date: date(instant) })}.`}
        </>
      }
      actions={
        <>
          {(
            [
              ['pillar', 'gapPillar', texts.pillars],
              ['phase', 'gapPhase', texts.phases],
            ] as const
          ).map(
            ([of, key, scopes]) =>
              scopes.length > 0 && (
                <FilterSelect
                  key={key}
                  label={t(`org.gaps.${of}`)}
                  all={`${t(`org.gaps.${of}`)}: ${t('org.gaps.all')}`}
                  options={scopes.map(({ id, name }) => ({ id, label: name }))}
                  value={get(key)}
                  onChange={value => set({ [key]: value })}
                />
              ),
          )}
          <SinceSelect />
        </>
      }
    >
      <Answered query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState
              title={t('org.gaps.emptyTitle')}
              text={t('org.gaps.emptyText')}
            />
          ) : (
            <div className={styles.bleed}>
              <DataRows
                label={t('org.gaps.title')}
                columns={columns}
                items={isWhole ? rows : rows.slice(0, FIRST)}
                isStale={query.isPlaceholderData}
                onSort={() => {}}
                card={gap => (
                  <>
                    <PracticeCell gap={gap} texts={texts} />
                    <UnmetCell gap={gap} />
                    <div className={looks.line}>
                      <GapRisksCell gap={gap} />
                      {change(gap)}
                    </div>
                    <TeamsCell gap={gap} nameOf={nameOf} />
                    <GainCell gap={gap} mean={mean} />
                    <div>{plan(gap)}</div>
                  </>
                )}
              />
              {!isWhole && rows.length > FIRST && (
                <SmallButton
                  className={styles.more}
                  onPress={() => setWhole(true)}
                >
                  {t('org.gaps.showAll', { count: rows.length })}
                </SmallButton>
              )}
            </div>
          )
        }
      </Answered>
      {planned && (
        <PlanGapDialog
          gap={planned}
          title={titleOf(planned)}
          onClose={() => setPlanned(undefined)}
        />
      )}
    </Panel>
  );
}

/** What most workloads lack, and what it would bring to have it. */
export const GapsPage = inInsightsPage(Gaps);
