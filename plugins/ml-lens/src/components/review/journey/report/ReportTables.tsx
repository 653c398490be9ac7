// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Scope } from '@ml-lens/lens-model';
import { targetState } from '../../timeline/timelineLayout';
import { PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { LevelChip, StatusChip, useFormat } from '../../../shared';
import { useReview } from '../../model';
import { useTimelineWords } from '../../timeline/useTimelineWords';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';

/** Score, coverage and risks of pillars or phases. */
export function ScopeTable(props: {
  label: string;
  head: string;
  scopes: Scope[];
  nameOf(id: string): string;
}) {
  const { label, head, scopes, nameOf } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const number = own.number;
  return (
    <PaperTable
      label={label}
      heads={[
        { label: head },
        { label: t('review.report.columns.score'), className: number },
        { label: t('review.report.columns.coverage'), className: number },
        { label: t('review.report.columns.high'), className: number },
        { label: t('review.report.columns.medium'), className: number },
        { label: t('review.report.columns.open'), className: number },
      ]}
    >
      {scopes.map(({ id, score, coverage, counts }) => (
        <tr key={id}>
          <th scope="row">{nameOf(id)}</th>
          <td className={number}>{score ?? '–'}</td>
          <td className={number}>{format.percent(coverage)}</td>
          <td className={number}>{counts.HIGH || '–'}</td>
          <td className={number}>{counts.MEDIUM || '–'}</td>
          <td className={number}>{counts.UNANSWERED || '–'}</td>
        </tr>
      ))}
    </PaperTable>
  );
}

/** The phases in lifecycle order, with iterations and targets in words. */
export function TimelinePaper() {
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const words = useTimelineWords({
    phases: lens.phases,
    states: review.phases,
    at: review.at,
  });
  const targetOf = (state: (typeof review.phases)[number]) => {
    if (!state.targetDate) return t('review.report.noTarget');
    return words.target(state.targetDate, targetState(state));
  };
  return (
    <PaperTable
      label={t('review.report.timeline')}
      heads={[
        { label: t('review.report.columns.phase') },
        {
          label: t('review.report.columns.status'),
          className: own.status,
        },
        { label: t('review.report.columns.iterations') },
        { label: t('review.timeline.columns.plan') },
        { label: t('review.report.columns.target') },
      ]}
    >
      {lens.phases.map(phase => {
        const state = review.phases.find(({ id }) => id === phase.id);
        if (!state) return null;
        return (
          <tr key={phase.id}>
            <th scope="row">{phase.name}</th>
            <td className={own.status}>
              <StatusChip status={state.status} />
            </td>
            <td>
              {state.iterations.length === 0 ? (
                t('review.report.noIterations')
              ) : (
                <ol className={own.iterations}>
                  {state.iterations.map(iteration => (
                    <li key={iteration.number}>
                      {`${iteration.number}. ${words.dates(
                        iteration,
                      )}, ${words.duration(iteration)}`}
                      {iteration.reason && ` (${iteration.reason})`}
                    </li>
                  ))}
                </ol>
              )}
            </td>
            <td>
              {words.plan(phase.id).map(line => (
                <div key={line}>{line}</div>
              ))}
            </td>
            <td>{targetOf(state)}</td>
          </tr>
        );
      })}
    </PaperTable>
  );
}

export function MilestonesPaper() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (review.milestones.length === 0) return null;
  return (
    <>
      <h3>{t('review.report.milestones')}</h3>
      <PaperTable
        label={t('review.report.milestones')}
        heads={[
          { label: t('review.report.columns.milestone') },
          { label: t('review.report.columns.date'), className: styles.day },
          {
            label: t('review.report.columns.score'),
            className: own.number,
          },
          {
            label: t('review.report.columns.coverage'),
            className: own.number,
          },
          { label: t('review.report.columns.level') },
        ]}
      >
        {review.milestones.map(milestone => (
          <tr key={milestone.id}>
            <th scope="row">
              {milestone.name}
              {milestone.note && (
                <div className={own.meta}>{milestone.note}</div>
              )}
            </th>
            <td className={styles.day}>{format.date(milestone.recordedAt)}</td>
            <td className={own.number}>{milestone.score ?? '–'}</td>
            <td className={own.number}>{format.percent(milestone.coverage)}</td>
            <td>
              <LevelChip level={milestone.level} score={milestone.score} />
            </td>
          </tr>
        ))}
      </PaperTable>
    </>
  );
}
