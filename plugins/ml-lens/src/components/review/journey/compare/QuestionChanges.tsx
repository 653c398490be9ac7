// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiArrowRightLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../../translation';
import { RiskChip, useFormat } from '../../../shared';
import { useReviewFrame } from '../../model';
import { RestsOn } from '../../proposals';
import { ChangeList } from '../history/ChangeList';
import { changeLines } from '../history/changeLines';
import { choiceTitle } from '../history/EventItem';
import { stateChange } from '../history/stateChange';
import { QuestionLink } from '../QuestionLink';
import { Who } from '../../../shared/Who';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';

type QuestionChange = ReviewDiff['questions'][number];

function QuestionItem(props: { change: QuestionChange }) {
  const { change } = props;
  const { questionId, kind, before, after } = change;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const question = lens.question(questionId);
  // The answer's language is the lens's; what it no longer has, the server knows.
  const title = question?.title ?? change.title;
  const phase = lens.phases.find(({ id }) => id === change.phase)?.name;
  const pillar = lens.pillars.find(({ id }) => id === change.pillar)?.name;
  const last = after ?? before;
  return (
    <li className={styles.question}>
      <div className={looks.tight}>
        {question ? (
          <QuestionLink questionId={questionId} title={title} />
        ) : (
          <strong>{title}</strong>
        )}
        <div className={`${looks.line} ${looks.small}`}>
          <span>{t(`review.compare.kind.${kind}`)}</span>
          {[phase, pillar].filter(Boolean).map(name => (
            <span key={name}>{name}</span>
          ))}
          {last?.updatedAt && last.updatedBy && (
            <span>
              {t('review.compare.lastBy', {
                who: <Who actor={last.updatedBy} />,
                when: format.date(last.updatedAt),
              })}
            </span>
          )}
          <RestsOn proposal={after?.proposal} />
        </div>
        <ChangeList
          lines={changeLines(
            stateChange(before?.state, after?.state),
            choiceTitle(question),
            t,
          )}
        />
      </div>
      <div className={`${looks.row} ${styles.risks}`}>
        {before && before.risk !== after?.risk && (
          <>
            <RiskChip risk={before.risk} />
            {after && <RiArrowRightLine size={14} aria-hidden />}
          </>
        )}
        {after && <RiskChip risk={after.risk} />}
      </div>
    </li>
  );
}

/** The questions answered differently at both points. */
export function QuestionChanges(props: { questions: QuestionChange[] }) {
  const { questions } = props;
  const { t } = useMlLensTranslation();
  if (questions.length === 0) return null;
  return (
    <section aria-label={t('review.compare.questions')}>
      <h4 className={looks.label}>
        {t('review.compare.questionCount', { count: questions.length })}
      </h4>
      <ul className={`${looks.box} ${looks.lined} `}>
        {questions.map(change => (
          <QuestionItem key={change.questionId} change={change} />
        ))}
      </ul>
    </section>
  );
}
