import {
  Button,
  Cell,
  CellText,
  type ColumnConfig,
  Table,
  useTable,
} from '@backstage/ui';
import type { ScorePoint } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { LevelChip, useFormat } from '../../../shared';
import styles from './Score.module.css';
import type { ScoreHistory } from './scoreLayout';
import { MILESTONE_ICON, UPGRADE_ICON } from './ScoreMarks';
import { marksAt, useScoreWords } from './scoreWords';

type Row = ScorePoint & { id: string };

/** The same as the picture, in words; newest first. */
export function ScoreTable(props: {
  history: ScoreHistory;
  onPick(at: string): void;
}) {
  const { history, onPick } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const words = useScoreWords();
  const data = useMemo<Row[]>(
    () =>
      history.points
        .map(point => ({ ...point, id: String(point.seq) }))
        .reverse(),
    [history.points],
  );
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'when',
      label: t('review.progress.columns.when'),
      isRowHeader: true,
      width: '2fr',
      cell: ({ at }) => <CellText title={format.dateTime(at)} />,
    },
    {
      id: 'score',
      label: t('review.progress.columns.score'),
      width: 90,
      cell: ({ score }) => (
        <CellText title={score === null ? '–' : String(score)} />
      ),
    },
    {
      id: 'coverage',
      label: t('review.progress.columns.coverage'),
      width: 100,
      cell: ({ coverage }) => <CellText title={format.percent(coverage)} />,
    },
    {
      id: 'level',
      label: t('review.progress.columns.level'),
      width: 140,
      cell: ({ level, score }) => (
        <Cell>
          <LevelChip level={level} score={score} />
        </Cell>
      ),
    },
    {
      id: 'mark',
      label: t('review.progress.columns.mark'),
      width: '3fr',
      cell: point => {
        const { milestones, upgrades } = marksAt(history, point);
        return (
          <Cell>
            <span className={styles.marks}>
              {milestones.map(({ id, name }) => (
                <span key={id} className={styles.mark}>
                  <MILESTONE_ICON size={14} aria-hidden />
                  {name}
                </span>
              ))}
              {upgrades.map(upgrade => (
                <span key={upgrade.at} className={styles.mark}>
                  <UPGRADE_ICON size={14} aria-hidden />
                  {words.upgrade(upgrade)}
                </span>
              ))}
            </span>
          </Cell>
        );
      },
    },
    {
      id: 'action',
      label: t('review.progress.columns.action'),
      width: 130,
      cell: ({ at }) => (
        <Cell>
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('review.progress.lookNamed', {
              when: format.dateTime(at),
            })}
            onPress={() => onPick(at)}
          >
            {t('review.progress.look')}
          </Button>
        </Cell>
      ),
    },
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data,
    paginationOptions: { pageSize: 10 },
  });
  return (
    <div className={styles.scroll}>
      <Table
        {...tableProps}
        columnConfig={columns}
        aria-label={t('review.progress.title')}
      />
    </div>
  );
}
