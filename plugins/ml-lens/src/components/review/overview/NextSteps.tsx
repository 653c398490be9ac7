// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { standingsOf } from '@ml-lens/lens-model';
import { RiArrowRightSLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat, SmallButton } from '../../shared';
import { RecordMilestone } from '../journey';
import { useReview, useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';
import { nextSteps } from './steps';

/** Nothing is left to do here: keep it so, and see what is planned. */
function AllDone() {
  const { review, canUpdate, isPreview } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  return (
    <div className={styles.done}>
      <p>{t('review.header.nextDone')}</p>
      {!isPreview && (
        <div className={looks.row}>
          {canUpdate && <RecordMilestone milestones={review.milestones} />}
          <SmallButton onPress={() => set({ view: 'plan' }, { push: true })}>
            {t('review.header.openPlan')}
          </SmallButton>
        </div>
      )}
    </div>
  );
}

/** The one to three steps worth most now; a step opens its question. */
export function NextSteps() {
  const { lens, answerOf, waivers } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const accepted = new Set(
    waivers
      .filter(({ status }) => status === 'APPROVED')
      .map(({ questionId }) => questionId),
  );
  const steps = nextSteps(lens, standingsOf(answerOf), id => accepted.has(id));
  const phaseName = (id: string | null) =>
    lens.phases.find(phase => phase.id === id)?.name;

  return (
    <section className={styles.root} aria-labelledby="ml-lens-next-steps">
      <h3 id="ml-lens-next-steps" className={looks.heading}>
        {t('review.header.next')}
      </h3>
      {steps.length === 0 ? (
        <AllDone />
      ) : (
        <ol className={looks.tight}>
          {steps.map(({ question, risk, gain, isAccepted }) => {
            const { icon: Icon, solid } = RISK_APPEARANCE[risk];
            const phase = phaseName(question.phaseId);
            return (
              <li key={question.id}>
                <button
                  type="button"
                  className={`${looks.box} ${styles.step}`}
                  aria-label={t(
                    risk === 'UNANSWERED'
                      ? 'review.header.nextUnanswered'
                      : 'review.header.nextRisk',
                    { title: question.title },
                  )}
                  // Filters could hide the question, so they make way.
                  onClick={() =>
                    set(
                      {
                        view: undefined,
                        question: question.id,
                        risk: undefined,
                        pillar: undefined,
                        phase:
                          url.phase === question.phaseId
                            ? url.phase
                            : undefined,
                        q: undefined,
                      },
                      { push: true },
                    )
                  }
                >
                  <Icon aria-hidden size={18} color={solid} />
                  <span className={styles.text}>
                    <span className={`${looks.clamp} ${styles.title}`}>
                      {question.title}
                    </span>
                    <span className={`${looks.small} ${looks.ellipsis}`}>
                      {t(`common.risk.${risk}`)}
                      {isAccepted && ` · ${t('review.header.nextAccepted')}`}
                      {phase && ` · ${phase}`}
                    </span>
                  </span>
                  <span
                    className={styles.gain}
                    title={t('review.header.nextGainHint')}
                  >
                    {t('review.header.nextGain', {
                      count: Math.round(gain * 10) / 10,
                      points: format.points(gain),
                    })}
                  </span>
                  <RiArrowRightSLine
                    aria-hidden
                    size={18}
                    className={looks.muted}
                  />
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
