import { Cell, type ColumnConfig, Table, useTable } from '@backstage/ui';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { LateChip, StatusChip, useCrispDmName, useFormat } from '../../shared';
import styles from './TimelineTable.module.css';
import type { TimelineInput, TimelineTarget } from './timelineLayout';
import { useTimelineWords } from './useTimelineWords';

interface Row {
  id: string;
  phase: TimelineInput['phases'][number];
  state: TimelineInput['states'][number] | undefined;
}

function targetStateOf(state: Row['state']): TimelineTarget['state'] {
  if (state?.status === 'COMPLETE') return 'met';
  return state?.late ? 'late' : 'ahead';
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

  const columns: ColumnConfig<Row>[] = [
    {
      id: 'phase',
      label: t('review.timeline.columns.phase'),
      isRowHeader: true,
      cell: ({ phase }) => (
        <Cell>
          <button
            type="button"
            className={styles.phase}
            onClick={() => onSelectPhase(phase.id)}
          >
            {phase.name}
          </button>
          {phase.crispDm && (
            <div className={styles.muted}>
              {phase.crispDm.map(crispDmName).join(' · ')}
            </div>
          )}
        </Cell>
      ),
    },
    {
      id: 'status',
      label: t('review.timeline.columns.status'),
      cell: ({ state }) => (
        <Cell>
          <StatusChip status={state?.status ?? 'NOT_STARTED'} />
        </Cell>
      ),
    },
    {
      id: 'iterations',
      label: t('review.timeline.columns.iterations'),
      cell: ({ state }) => (
        <Cell>
          {state && state.iterations.length > 0 ? (
            <ol className={styles.iterations}>
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
          ) : (
            <span className={styles.muted}>
              {t('review.timeline.noIterations')}
            </span>
          )}
        </Cell>
      ),
    },
    {
      id: 'target',
      label: t('review.timeline.columns.target'),
      cell: ({ state }) => (
        <Cell>
          {state?.targetDate ? (
            <div className={styles.target}>
              {words.target(state.targetDate, targetStateOf(state))}
              {state.late && <LateChip />}
            </div>
          ) : (
            <span className={styles.muted}>
              {t('review.timeline.noTarget')}
            </span>
          )}
        </Cell>
      ),
    },
  ];

  const data = useMemo<Row[]>(
    () =>
      input.phases.map(phase => ({
        id: phase.id,
        phase,
        state: input.states.find(({ id }) => id === phase.id),
      })),
    [input],
  );
  const { tableProps } = useTable({
    mode: 'complete',
    data,
    paginationOptions: { type: 'none' },
  });

  return (
    <div className={styles.scroll}>
      <Table
        {...tableProps}
        columnConfig={columns}
        aria-label={t('review.timeline.title')}
      />
      {input.milestones.length > 0 && (
        <>
          <h4 className={styles.heading}>
            {t('review.timeline.tableMilestones')}
          </h4>
          <ul className={styles.milestones}>
            {input.milestones.map(milestone => (
              <li key={milestone.id}>
                <strong>{milestone.name}</strong>{' '}
                <span className={styles.muted}>
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
