// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_LEVELS } from '@ml-lens/lens-model';
import { levelBands } from './levelBands';
import { Legend } from '../../shared/chart';
import { ScopeFigure, useFigureWords } from './ScopeFigure';
import { matrixOf } from './matrixModel';
import { useShowQuestions } from '../questions/showQuestions';
import {
  TitledCard,
  CoverageBar,
  RiskBar,
  RISK_APPEARANCE,
  scoreAppearance,
  useLevelName,
  SmallButton,
} from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame, useReviewUrl, useReview, useLevels } from '../model';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable';
import looks from '../../shared/looks.module.css';

/** What colour, icon, dash and bar of a cell mean. */
function MatrixLegend() {
  const { definition } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const bands = levelBands(useLevels(definition) ?? DEFAULT_LEVELS);
  return (
    <Legend
      label={t('review.matrix.legend')}
      entries={[
        ...bands.map(({ name, from, to, noHigh }) => {
          const { bg } = scoreAppearance(from);
          const values = {
            level: levelName(name),
            from: String(from),
            to: String(to),
          };
          return {
            id: name,
            mark: <span className={looks.swatch} style={{ background: bg }} />,
            text: noHigh
              ? t('review.matrix.legendLevelNoHigh', values)
              : t('review.matrix.legendLevel', values),
          };
        }),
        ...(['HIGH', 'MEDIUM'] as const).map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          return {
            id: risk,
            mark: <Icon aria-hidden size={14} color={solid} />,
            text: t(`review.matrix.legendRisk.${risk}`),
          };
        }),
        {
          id: 'answered',
          mark: <span className={styles.legendBar} />,
          text: t('review.matrix.legendBar'),
        },
        {
          id: 'none',
          mark: <span aria-hidden>–</span>,
          text: t('review.matrix.legendNone'),
        },
      ]}
    />
  );
}

/** Pillars of a lens without phases. */
function PillarList() {
  const { lens, review } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const words = useFigureWords();
  const showQuestions = useShowQuestions();
  const { pillars } = matrixOf(lens, review.scorecard);
  return (
    <ul className={looks.tight}>
      {pillars.map(({ id, name, total }) => {
        const isOn = url.pillar === id;
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.pillar}
              aria-pressed={isOn}
              aria-label={t('review.matrix.scope', { name, ...words(total) })}
              onClick={() => {
                if (!isOn) showQuestions();
                set({ pillar: isOn ? undefined : id }, { push: true });
              }}
            >
              <span className={styles.pillarScore}>
                <ScopeFigure figures={total} strong />
              </span>
              <span className={styles.pillarName}>{name}</span>
              <span className={`${looks.tight} ${styles.pillarBars}`}>
                <CoverageBar coverage={total.coverage} compact />
                <RiskBar counts={total.counts} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the workload is strong and weak: pillars by phases. */
export function MatrixCard() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const hasPhases = lens.phases.length > 0;
  return (
    <TitledCard
      title={t(
        hasPhases ? 'review.matrix.title' : 'review.matrix.titlePillars',
      )}
      actions={
        // Its place is kept, so that nothing moves once there is something to clear.
        <div className={styles.clear}>
          {(url.phase || url.pillar) && (
            <SmallButton
              variant="tertiary"
              onPress={() =>
                set({ phase: undefined, pillar: undefined }, { push: true })
              }
            >
              {t('review.matrix.clear')}
            </SmallButton>
          )}
        </div>
      }
    >
      {hasPhases ? <MatrixTable /> : <PillarList />}
      <MatrixLegend />
    </TitledCard>
  );
}
