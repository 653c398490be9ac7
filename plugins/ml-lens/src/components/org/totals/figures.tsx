// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import { NOT_ASSESSED, type Risk } from '@ml-lens/lens-model';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  CoverageBar,
  RISK_APPEARANCE,
  RiskBar,
  ScoreRing,
  useFormat,
  useLevelName,
} from '../../shared';
import { useOrg } from '../OrgModel';
import { NO_FILTERS } from '../orgUrl';
import { LevelBar, levelShares } from '../parts';
import looks from '../../shared/looks.module.css';
import styles from './TotalsBand.module.css';

function Block(props: { title: string; children: ReactNode }) {
  return (
    <div className={`${looks.stack} ${styles.block}`}>
      <h2 className={looks.heading}>{props.title}</h2>
      {props.children}
    </div>
  );
}

/** A figure; where it can be pressed, `hint` says what that does. */
function Figure(props: {
  hint?: string;
  onPress?: () => void;
  isOn?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { hint, onPress, isOn, className = '', children } = props;
  if (!onPress) {
    return (
      <span className={`${looks.inline} ${styles.still} ${className}`}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${looks.inline} ${looks.plain} ${looks.press} ${styles.figure} ${className}`}
      title={hint}
      aria-pressed={isOn}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

export function WorkloadFigure(props: {
  total: Rollup;
  /** How many are left out because their lifecycle is over. */
  retired: number;
}) {
  const { total, retired } = props;
  const { url, set, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { level } = url.filters;
  const assessedLevels = lens.levels
    .map(({ name }) => name)
    .filter(name => name !== NOT_ASSESSED);
  const isAssessed =
    level.length > 0 && assessedLevels.every(name => level.includes(name));
  const isNotAssessed = level.length === 1 && level[0] === NOT_ASSESSED;
  const toggle = (levels: string[], isOn: boolean) =>
    set({ filters: { level: isOn ? [] : levels } });
  return (
    <Block title={t('org.totals.workloads')}>
      <Figure
        hint={t('org.totals.showAll')}
        onPress={() => set(NO_FILTERS)}
        className={styles.big}
      >
        {number(total.workloads)}
      </Figure>
      <div className={styles.items}>
        <Figure
          hint={t('org.totals.assessedHint')}
          isOn={isAssessed}
          onPress={() => toggle(assessedLevels, isAssessed)}
        >
          {t('org.totals.assessed', { count: number(total.assessed) })}
        </Figure>
        <Figure
          hint={t('org.totals.notAssessedHint')}
          isOn={isNotAssessed}
          onPress={() => toggle([NOT_ASSESSED], isNotAssessed)}
        >
          {t('org.totals.notAssessed', {
            count: number(total.workloads - total.assessed),
          })}
        </Figure>
        {retired > 0 && (
          <span className={looks.small} title={t('org.table.retiredHint')}>
            {t('org.totals.retired', { count: retired })}
          </span>
        )}
      </div>
    </Block>
  );
}

/** Over how many workloads a mean is. */
export function MeanOf(props: { total: Rollup }) {
  const { begun, workloads } = props.total;
  const { t } = useMlLensTranslation();
  return (
    <>
      {t('org.totals.meanOf', { count: begun })}
      {workloads > begun &&
        t('org.totals.notBegun', { count: workloads - begun })}
    </>
  );
}

export function ScoreFigure(props: { total: Rollup; canSort: boolean }) {
  const { total, canSort } = props;
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const { field, descending } = url.sort;
  return (
    <Block title={t('org.totals.meanScore')}>
      <Figure
        hint={t('org.totals.byScore')}
        isOn={field === 'score' && !descending}
        onPress={
          canSort
            ? () => set({ sort: { field: 'score', descending: false } })
            : undefined
        }
        className={styles.score}
      >
        <ScoreRing score={total.score} size={64} />
        {total.coverage !== null && <CoverageBar coverage={total.coverage} />}
      </Figure>
      {total.begun > 0 && (
        <span className={looks.small}>
          <MeanOf total={total} />
        </span>
      )}
    </Block>
  );
}

const RISKS: Risk[] = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE'];

export function RiskFigure(props: { total: Rollup; canSort: boolean }) {
  const { canSort } = props;
  const { counts } = props.total;
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { sort } = url;

  // The order that brings the workloads behind a count to the top.
  const orders: Partial<
    Record<Risk, { hint: string; isOn: boolean; sort: typeof sort }>
  > = {
    HIGH: {
      hint: t('org.totals.byHigh'),
      isOn: sort.field === 'high' && sort.descending,
      sort: { field: 'high', descending: true },
    },
    UNANSWERED: {
      hint: t('org.totals.byCoverage'),
      isOn: sort.field === 'coverage' && !sort.descending,
      sort: { field: 'coverage', descending: false },
    },
  };
  return (
    <Block title={t('org.totals.risks')}>
      <RiskBar counts={counts} />
      <ul className={`${looks.line} ${styles.risks}`}>
        {RISKS.map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          const order = orders[risk];
          return (
            <li key={risk}>
              <Figure
                hint={order?.hint}
                isOn={order?.isOn}
                onPress={
                  canSort && order ? () => set({ sort: order.sort }) : undefined
                }
              >
                <Icon aria-hidden size={15} color={solid} />
                <span className={styles.count}>{number(counts[risk])}</span>
                <span className={styles.name}>{t(`common.risk.${risk}`)}</span>
              </Figure>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

export function LevelFigure(props: { total: Rollup }) {
  const { total } = props;
  const { url, set, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const levelName = useLevelName();
  const shares = levelShares(lens.levels, total.levels);
  const chosen = url.filters.level;
  const toggle = (name: string) =>
    set({
      filters: {
        level: chosen.includes(name)
          ? chosen.filter(level => level !== name)
          : [...chosen, name],
      },
    });
  return (
    <Block title={t('org.totals.levels')}>
      <LevelBar shares={shares} />
      <ul className={`${looks.line} ${styles.risks}`}>
        {shares
          .filter(({ name, count }) => count > 0 || chosen.includes(name))
          .map(({ name, count, color }) => (
            <li key={name}>
              <Figure
                hint={t('org.totals.levelHint', { level: levelName(name) })}
                isOn={chosen.includes(name)}
                onPress={() => toggle(name)}
              >
                <span
                  className={looks.swatch}
                  style={{ background: color }}
                  aria-hidden
                />
                <span className={styles.count}>{number(count)}</span>
                <span className={styles.name}>{levelName(name)}</span>
              </Figure>
            </li>
          ))}
      </ul>
    </Block>
  );
}
