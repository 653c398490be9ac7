// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  CoverageBar,
  ScoreRing,
  scoreAppearance,
  useFormat,
} from '../../shared';
import { useLensTexts } from '../insights';
import { useOrg } from '../OrgModel';
import { LevelBar, RiskCell, levelShares } from '../parts';
import { spreadOf } from './spread';
import looks from '../../shared/looks.module.css';
import styles from './Compare.module.css';

export interface ComparedItem extends Rollup {
  key: string;
  name: string;
  pillars: Record<string, number | null>;
  phaseScores: Record<string, number | null>;
}

function ScoreBar(props: { score: number | null; isBest: boolean }) {
  const { score, isBest } = props;
  const { t } = useMlLensTranslation();
  return (
    <div className={styles.bar}>
      <span className={styles.barScore}>
        {score ?? <span title={t('common.noScore')}>–</span>}
      </span>
      <span className={looks.bar} aria-hidden>
        <span
          style={{
            width: `${score ?? 0}%`,
            background: scoreAppearance(score).solid,
          }}
        />
      </span>
      {isBest && (
        <span className={`${looks.tag} ${styles.best}`}>
          {t('org.compare.best')}
        </span>
      )}
    </div>
  );
}

/** Rows of scores, one column for each that is compared. */
function ScoreRows(props: {
  title: string;
  scopes: { id: string; name: string }[];
  items: ComparedItem[];
  scoreOf: (item: ComparedItem, id: string) => number | null | undefined;
}) {
  const { title, scopes, items, scoreOf } = props;
  const { t } = useMlLensTranslation();
  if (scopes.length === 0) return null;
  return (
    <tbody>
      <tr className={styles.sectionRow}>
        <th scope="rowgroup" colSpan={items.length + 2}>
          {title}
        </th>
      </tr>
      {scopes.map(({ id, name }) => {
        const scores = items.map(item => scoreOf(item, id) ?? null);
        const { best, range } = spreadOf(scores);
        return (
          <tr key={id}>
            <th scope="row">{name}</th>
            {scores.map((score, index) => (
              <td key={items[index].key}>
                <ScoreBar score={score} isBest={index === best} />
              </td>
            ))}
            <td className={styles.range}>
              {range === null
                ? '–'
                : t('org.compare.points', {
                    count: range,
                    number: String(range),
                  })}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** What is compared side by side: figures, then pillars, then phases. */
export function CompareTable(props: { items: ComparedItem[] }) {
  const { items } = props;
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const figures: {
    id: string;
    name: string;
    cell: (item: ComparedItem) => ReactNode;
  }[] = [
    {
      id: 'workloads',
      name: t('org.field.workloads'),
      cell: item =>
        t('org.rollup.assessedOf', {
          assessed: number(item.assessed),
          total: number(item.workloads),
        }),
    },
    {
      id: 'score',
      name: t('org.totals.meanScore'),
      cell: item => <ScoreRing score={item.score} size={56} />,
    },
    {
      id: 'coverage',
      name: t('org.field.coverage'),
      cell: item =>
        item.coverage === null ? (
          '–'
        ) : (
          <CoverageBar coverage={item.coverage} compact />
        ),
    },
    {
      id: 'risks',
      name: t('org.field.risks'),
      cell: item => <RiskCell counts={item.counts} />,
    },
    {
      id: 'levels',
      name: t('org.field.levels'),
      cell: item => <LevelBar shares={levelShares(lens.levels, item.levels)} />,
    },
  ];
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={t('org.compare.table')}
      // It scrolls, so the keyboard must be able to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={styles.table}
        aria-label={t('org.compare.table')}
        style={{ minWidth: `${11 + items.length * 11 + 6}rem` }}
      >
        <thead>
          <tr>
            <td />
            {items.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className={styles.range}>
              {t('org.compare.range')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ id, name, cell }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {items.map(item => (
                <td key={item.key}>
                  {item.workloads === 0 ? t('org.compare.nothing') : cell(item)}
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
        <ScoreRows
          title={t('org.heatmap.column.pillar')}
          scopes={texts.pillars}
          items={items}
          scoreOf={(item, id) => item.pillars[id]}
        />
        <ScoreRows
          title={t('org.heatmap.column.phase')}
          scopes={texts.phases}
          items={items}
          scoreOf={(item, id) => item.phaseScores[id]}
        />
      </table>
    </div>
  );
}
