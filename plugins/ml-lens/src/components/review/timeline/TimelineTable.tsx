// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { PhaseState } from '@ml-lens/lens-model';
import { targetState } from './timelineLayout';
import { useMlLensTranslation } from '../../../translation';
import { LateChip, StatusChip, useCrispDmName, useFormat } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './TimelineTable.module.css';
import type { TimelineInput } from './timeDomain';
import { type TimelineWords, useTimelineWords } from './useTimelineWords';

function Iterations(props: { state?: PhaseState; words: TimelineWords }) {
  const { state, words } = props;
  const { t } = useMlLensTranslation();
  if (!state || state.iterations.length === 0) {
    return (
      <span className={looks.small}>{t('review.timeline.noIterations')}</span>
    );
  }
  return (
    <ol className={`${looks.tight} ${styles.iterations}`}>
      {state.iterations.map(iteration => (
        <li key={iteration.number}>
          {[
            `${words.dates(iteration)} (${words.duration(iteration)})`,
            t(`common.status.${iteration.status}`),
            iteration.reason,
          ]
            .filter(Boolean)
            .join(', ')}
        </li>
      ))}
    </ol>
  );
}

function Plan(props: { phaseId: string; words: TimelineWords }) {
  const { t } = useMlLensTranslation();
  const lines = props.words.plan(props.phaseId);
  return lines.length === 0 ? (
    <span className={looks.small}>{t('review.timeline.noPlan')}</span>
  ) : (
    <div>
      {lines.map(line => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function Target(props: { state?: PhaseState; words: TimelineWords }) {
  const { state, words } = props;
  const { t } = useMlLensTranslation();
  if (!state?.targetDate) {
    return <span className={looks.small}>{t('review.timeline.noTarget')}</span>;
  }
  return (
    <div className={`${looks.row} ${styles.target}`}>
      {words.target(state.targetDate, targetState(state))}
      {state.late && <LateChip />}
    </div>
  );
}

/** The same as the picture, in words. */
export function TimelineTable(props: {
  input: TimelineInput;
  onSelectPhase(phaseId: string): void;
}) {
  const { input, onSelectPhase } = props;
  const { t } = useMlLensTranslation();
  const words = useTimelineWords(input);
  const crispDmName = useCrispDmName();
  const format = useFormat();

  return (
    <div className={`${looks.scroll} ${styles.wide}`}>
      <TableRoot aria-label={t('review.timeline.title')}>
        <TableHeader>
          <Column isRowHeader>{t('review.timeline.columns.phase')}</Column>
          <Column>{t('review.timeline.columns.status')}</Column>
          <Column>{t('review.timeline.columns.iterations')}</Column>
          <Column>{t('review.timeline.columns.plan')}</Column>
          <Column>{t('review.timeline.columns.target')}</Column>
        </TableHeader>
        <TableBody>
          {input.phases.map(phase => {
            const state = input.states.find(({ id }) => id === phase.id);
            return (
              <Row key={phase.id} id={phase.id}>
                <Cell textValue={phase.name}>
                  <button
                    type="button"
                    className={`${looks.plain} ${looks.link} ${styles.phase}`}
                    onClick={() => onSelectPhase(phase.id)}
                  >
                    {phase.name}
                  </button>
                  {phase.crispDm && (
                    <div className={looks.small}>
                      {phase.crispDm.map(crispDmName).join(' · ')}
                    </div>
                  )}
                </Cell>
                <Cell>
                  <StatusChip status={state?.status ?? 'NOT_STARTED'} />
                </Cell>
                <Cell>
                  <Iterations state={state} words={words} />
                </Cell>
                <Cell>
                  <Plan phaseId={phase.id} words={words} />
                </Cell>
                <Cell>
                  <Target state={state} words={words} />
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </TableRoot>
      {input.models.length > 0 && (
        <>
          <h4 className={styles.heading}>{t('review.timeline.tableModels')}</h4>
          <ul className={styles.milestones}>
            {input.models.map(event => (
              <li key={`${event.model}/${event.kind}/${event.at}`}>
                {words.model(event)}{' '}
                <span className={looks.small}>{format.date(event.at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {input.milestones.length > 0 && (
        <>
          <h4 className={styles.heading}>
            {t('review.timeline.tableMilestones')}
          </h4>
          <ul className={styles.milestones}>
            {input.milestones.map(milestone => (
              <li key={milestone.id}>
                <strong>{milestone.name}</strong>{' '}
                <span className={looks.small}>
                  {format.date(milestone.recordedAt)} ·{' '}
                  {words.milestone(milestone)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
