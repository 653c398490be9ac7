// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, CompiledQuestion } from '@ml-lens/lens-model';
import {
  practiceDifferences,
  type PracticeMark,
} from '@ml-lens/lens-model/proposals';
import {
  RiArrowRightLine,
  RiCheckboxBlankLine,
  RiCheckboxLine,
  RiForbid2Line,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';

const ICONS: Record<PracticeMark, typeof RiCheckboxLine> = {
  SELECTED: RiCheckboxLine,
  NOT_APPLICABLE: RiForbid2Line,
  NONE: RiCheckboxBlankLine,
};

type Practices = Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'>;

function Mark(props: { mark: PracticeMark }) {
  const { t } = useMlLensTranslation();
  const Icon = ICONS[props.mark];
  return (
    <span
      className={`${looks.inline} ${looks.muted} ${styles.mark}`}
      data-mark={props.mark}
    >
      <Icon aria-hidden />
      {t(`review.proposals.mark.${props.mark}`)}
    </span>
  );
}

/** By practice: what is said now, and what is proposed. */
export function PracticeDifferences(props: {
  question: CompiledQuestion;
  /** What stands, or what the reviewer chose. */
  before: Practices;
  /** What the first column is called. */
  beforeLabel: string;
  proposed: Practices;
}) {
  const { question, before, beforeLabel, proposed } = props;
  const { t } = useMlLensTranslation();
  const rows = practiceDifferences(question.choices, before, proposed);
  return (
    <table className={`${looks.table} ${styles.differences}`}>
      <thead>
        <tr>
          <th scope="col">{t('review.proposals.practice')}</th>
          <th scope="col">{beforeLabel}</th>
          <th scope="col">{t('review.proposals.proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ choiceId, before: was, after }) => (
          <tr key={choiceId} data-differs={was !== after || undefined}>
            <th scope="row">{question.choice(choiceId)?.title ?? choiceId}</th>
            <td>
              <Mark mark={was} />
            </td>
            <td>
              {was !== after && (
                <RiArrowRightLine
                  className={styles.arrow}
                  role="img"
                  aria-label={t('review.proposals.differs')}
                />
              )}
              <Mark mark={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
