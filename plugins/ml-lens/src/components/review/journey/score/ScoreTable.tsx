// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Cell,
  CellText,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { useMemo, useState } from 'react';
import { ShownOf } from '../ShownOf';
import { useMlLensTranslation } from '../../../../translation';
import { LevelChip, useFormat, SmallButton } from '../../../shared';
import looks from '../../../shared/looks.module.css';
import styles from './Score.module.css';
import type { ScoreHistory } from './scoreLayout';
import { MILESTONE_ICON, UPGRADE_ICON } from './ScoreMarks';
import { marksAt, useScoreWords } from './scoreWords';

const STEP = 10;

const COLUMNS = [
  { id: 'when', width: '24%' },
  { id: 'score', width: '9%' },
  { id: 'coverage', width: '11%' },
  { id: 'level', width: '16%' },
  { id: 'mark', width: '26%' },
  { id: 'action', width: '14%' },
] as const;

/** The same as the picture, in words; newest first. */
export function ScoreTable(props: {
  history: ScoreHistory;
  onPick(at: string): void;
}) {
  const { history, onPick } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const words = useScoreWords();
  const [shown, setShown] = useState(STEP);
  const points = useMemo(() => [...history.points].reverse(), [history.points]);
  return (
    <div className={`${looks.scroll} ${styles.wide}`}>
      <TableRoot aria-label={t('review.progress.title')}>
        <TableHeader>
          {COLUMNS.map(({ id, width }) => (
            <Column key={id} isRowHeader={id === 'when'} style={{ width }}>
              {t(`review.progress.columns.${id}`)}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {points.slice(0, shown).map(point => {
            const { seq, at, score, coverage, level } = point;
            const { milestones, upgrades } = marksAt(history, point);
            return (
              <Row key={seq} id={seq}>
                <CellText title={format.dateTime(at)} />
                <CellText title={score === null ? '–' : String(score)} />
                <CellText title={format.percent(coverage)} />
                <Cell>
                  <LevelChip level={level} score={score} />
                </Cell>
                <Cell>
                  <span className={styles.marks}>
                    {milestones.map(({ id, name }) => (
                      <span key={id}>
                        <MILESTONE_ICON size={14} aria-hidden />
                        {name}
                      </span>
                    ))}
                    {upgrades.map(upgrade => (
                      <span key={upgrade.at}>
                        <UPGRADE_ICON size={14} aria-hidden />
                        {words.upgrade(upgrade)}
                      </span>
                    ))}
                  </span>
                </Cell>
                <Cell>
                  <SmallButton
                    variant="tertiary"
                    aria-label={t('review.progress.lookNamed', {
                      when: format.dateTime(at),
                    })}
                    onPress={() => onPick(at)}
                  >
                    {t('review.progress.look')}
                  </SmallButton>
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </TableRoot>
      {points.length > shown && (
        <ShownOf
          shown={shown}
          total={points.length}
          onMore={() => setShown(shown + STEP)}
        />
      )}
    </div>
  );
}
