// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from '@backstage/ui';
import { type Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { levelOf, simulatePractices } from '@ml-lens/lens-model';
import { levelFigures } from '@ml-lens/lens-model/due';
import { RiArrowRightLine } from '@remixicon/react';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  LevelChip,
  ScoreRing,
  useFormat,
  useLevelName,
  DialogButton,
  SmallButton,
} from '../../shared';
import { useLevels, useReview, useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { practiceKey } from './planModel';
import { PlanPickedDialog } from './PlanPickedDialog';

/** How many practices "the first few" are. */
const TOP = 5;

/** The scorecard if these practices were in place, with the company's levels. */
function useForecast(picked: readonly Improvement[]) {
  const { lens, answerOf, review } = useReview();
  const { currentPhase } = review.scorecard;
  const { definition } = useReviewFrame();
  const levels = useLevels(definition);
  return useMemo(() => {
    const scorecard = simulatePractices(lens, answerOf, picked, currentPhase);
    const figures = levelFigures(scorecard, levels ?? []);
    return { ...scorecard, level: levelOf(figures, levels) };
  }, [answerOf, currentPhase, lens, levels, picked]);
}

/** What the score would be once the picked practices are done. */
export function Forecast(props: {
  shown: readonly Improvement[];
  picked: readonly Improvement[];
  onPick(keys: string[]): void;
}) {
  const { shown, picked, onPick } = props;
  const { review } = useReview();
  const { canUpdate } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const then = useForecast(picked);
  const { score: before, level } = review.scorecard;
  const points = (then.score ?? 0) - (before ?? 0);
  const top = shown.slice(0, TOP);
  const inProgress = shown.filter(({ status }) => status === 'IN_PROGRESS');
  return (
    <section
      className={`${looks.line} ${looks.panel} ${styles.forecast}`}
      aria-label={t('review.forecast.label')}
      data-active={picked.length > 0 || undefined}
    >
      <div className={looks.row}>
        <figure className={looks.row}>
          <ScoreRing score={before} size={56} />
          <figcaption className={`${looks.line} ${looks.small}`}>
            <span>{t('review.forecast.now')}</span>
            <LevelChip level={level} score={before} />
          </figcaption>
        </figure>
        {picked.length > 0 && (
          <>
            <RiArrowRightLine size={20} className={looks.muted} aria-hidden />
            <figure className={looks.row}>
              <ScoreRing score={then.score} size={56} />
              <figcaption className={`${looks.line} ${looks.small}`}>
                <span>{t('review.forecast.then')}</span>
                <LevelChip level={then.level} score={then.score} />
              </figcaption>
            </figure>
          </>
        )}
      </div>
      <div className={styles.forecastText}>
        {picked.length === 0 ? (
          t('review.forecast.hint')
        ) : (
          <>
            <strong className={looks.strong}>
              {points === 0
                ? t('review.forecast.same')
                : t('review.forecast.change', {
                    count: Math.abs(points),
                    points: format.signed(points),
                  })}
            </strong>
            <span>{t('review.forecast.picked', { count: picked.length })}</span>
          </>
        )}
      </div>
      <div className={looks.row}>
        {top.length > 0 && (
          <SmallButton onPress={() => onPick(top.map(practiceKey))}>
            {t('review.forecast.pickTop', { count: top.length })}
          </SmallButton>
        )}
        {inProgress.length > 0 && (
          <SmallButton onPress={() => onPick(inProgress.map(practiceKey))}>
            {t('review.forecast.pickProgress')}
          </SmallButton>
        )}
        {picked.length > 0 && canUpdate && (
          <DialogButton
            label={t('review.forecast.plan', { count: picked.length })}
            variant="primary"
          >
            {close => (
              <PlanPickedDialog
                picked={picked}
                onDone={() => {
                  close();
                  onPick([]);
                }}
                onClose={close}
              />
            )}
          </DialogButton>
        )}
        {picked.length > 0 && (
          <SmallButton variant="tertiary" onPress={() => onPick([])}>
            {t('review.forecast.clear')}
          </SmallButton>
        )}
      </div>
      <VisuallyHidden>
        <div aria-live="polite">
          {picked.length > 0 &&
            t('review.forecast.live', {
              before: before === null ? t('common.noScore') : String(before),
              after:
                then.score === null ? t('common.noScore') : String(then.score),
              level: levelName(then.level),
            })}
        </div>
      </VisuallyHidden>
    </section>
  );
}
