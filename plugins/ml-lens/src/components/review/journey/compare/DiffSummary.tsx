// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { RISK_APPEARANCE, useFormat, useLevelName } from '../../../shared';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';
import { BeforeAfter, Delta } from './Delta';

const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED'] as const;

function Tile(props: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={`${looks.tight} ${looks.box} ${styles.tile}`}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** The figures of the review at both points. */
export function DiffSummary(props: { diff: ReviewDiff }) {
  const { from, to } = props.diff;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const [was, is] = [from, to].map(({ coverage }) =>
    Math.round(coverage * 100),
  );
  return (
    <dl className={styles.tiles} aria-label={t('review.compare.summary')}>
      <Tile label={t('common.score')}>
        <BeforeAfter
          before={from.score ?? '–'}
          after={to.score ?? '–'}
          isSame={from.score === to.score}
        />
        {from.score !== null && to.score !== null && (
          <Delta change={to.score - from.score} />
        )}
      </Tile>
      <Tile label={t('common.coverage')}>
        <BeforeAfter
          before={format.percent(from.coverage)}
          after={format.percent(to.coverage)}
          isSame={was === is}
        />
        <Delta change={is - was} unit="%" />
      </Tile>
      <Tile label={t('review.compare.level')}>
        <BeforeAfter
          before={levelName(from.level)}
          after={levelName(to.level)}
          isSame={from.level === to.level}
        />
      </Tile>
      {RISKS.map(risk => {
        const { icon: Icon, solid } = RISK_APPEARANCE[risk];
        const [before, after] = [from.counts[risk], to.counts[risk]];
        return (
          <Tile
            key={risk}
            label={
              <>
                <Icon size={14} color={solid} aria-hidden />
                {t(`common.risk.${risk}`)}
              </>
            }
          >
            <BeforeAfter
              before={before}
              after={after}
              isSame={before === after}
            />
            <Delta change={after - before} isGoodUp={false} />
          </Tile>
        );
      })}
      {from.lensVersion !== to.lensVersion && (
        <Tile label={t('review.compare.lensVersion')}>
          <BeforeAfter
            before={from.lensVersion}
            after={to.lensVersion}
            isSame={false}
          />
        </Tile>
      )}
    </dl>
  );
}
