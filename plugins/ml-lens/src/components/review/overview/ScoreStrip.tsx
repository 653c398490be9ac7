// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiHistoryLine } from '@remixicon/react';
import { type RefObject, memo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  Chip,
  CoverageBar,
  LevelChip,
  RISK_APPEARANCE,
  STATUS_APPEARANCE,
  ScoreRing,
  useFormat,
  SmallButton,
} from '../../shared';
import { useReview, useReviewFrame, useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './ScoreStrip.module.css';
import { NextUnanswered } from './NextUnanswered';
import { useIsScrolledAway } from './useIsScrolledAway';

/** The phase that is being answered, and how far it is. */
function PhaseProgress() {
  const { lens, review } = useReview();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const open = lens.questions.find(({ id }) => id === url.question);
  const phaseId = open ? open.phaseId : url.phase;
  const phase = lens.phases.find(({ id }) => id === phaseId);
  const scope = review.scorecard.phases.find(({ id }) => id === phaseId);
  if (!phase || !scope) return null;
  const { HIGH, MEDIUM, NONE, UNANSWERED } = scope.counts;
  const answered = HIGH + MEDIUM + NONE;
  return (
    <div className={`${looks.inline} ${styles.phase}`}>
      <span className={looks.ellipsis}>{phase.name}</span>
      <span className={styles.number}>
        {t('review.strip.answered', {
          answered: String(answered),
          total: String(answered + UNANSWERED),
        })}
      </span>
    </div>
  );
}

/** What the header says, in one line. Those who cannot see hear it there. */
function Figures() {
  const { review } = useReview();
  const { score, coverage, level, counts } = review.scorecard;
  const format = useFormat();
  return (
    <div className={styles.figures} aria-hidden>
      <ScoreRing score={score} size={36} />
      <div className={styles.level}>
        <LevelChip level={level} score={score} />
      </div>
      <div className={styles.coverage}>
        <CoverageBar coverage={coverage} compact />
      </div>
      <span className={styles.percent}>{format.percent(coverage)}</span>
      {(['HIGH', 'MEDIUM'] as const).map(risk => {
        const { icon: Icon, solid } = RISK_APPEARANCE[risk];
        return (
          <span key={risk} className={`${looks.inline} ${looks.strong}`}>
            <Icon size={16} color={solid} />
            {counts[risk]}
          </span>
        );
      })}
      <PhaseProgress />
    </div>
  );
}

/** Says that all of it is as it was, and leads back. */
function Past() {
  const { review } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <span className={`${looks.inline} ${looks.strong}`}>
      <Chip
        appearance={{ ...STATUS_APPEARANCE.IN_PROGRESS, icon: RiHistoryLine }}
        label={t('review.strip.past', { date: format.date(review.at) })}
      />
      <SmallButton
        variant="tertiary"
        onPress={() => set({ at: undefined }, { push: true })}
      >
        {t('review.banners.backToNow')}
      </SmallButton>
    </span>
  );
}

/**
 * The score while questions are answered further down: stays at the top of the
 * window once the figures of the header are scrolled away.
 */
export const ScoreStrip = memo(function Strip(props: {
  figures: RefObject<HTMLElement>;
  /** Whether the questions are on the page below. */
  hasQuestions: boolean;
}) {
  const { figures, hasQuestions } = props;
  const { readOnlyReason } = useReviewFrame();
  if (!useIsScrolledAway(figures)) return null;
  return (
    <div className={styles.anchor}>
      <div className={styles.strip}>
        {readOnlyReason === 'past' && <Past />}
        <Figures />
        {hasQuestions && <NextUnanswered />}
      </div>
    </div>
  );
});
