// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese, nextPracticeOf, standingOf } from '@ml-lens/lens-model';
import { RiArrowDownSLine, RiErrorWarningLine } from '@remixicon/react';
import { memo, useEffect, useId, useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat } from '../../shared';
import { Who } from '../../shared/Who';
import { useIsUnsaved } from '../model';
import { Doubts, PhaseMarks } from '../phases/Doubts';
import { AcceptedMark } from '../plan';
import { ProposalMark, RestsOn } from '../proposals';
import { AnswerForm } from './AnswerForm';
import type { QuestionEntry } from './questionList';
import { Legend } from '../../shared/chart';
import looks from '../../shared/looks.module.css';
import styles from './QuestionRow.module.css';

/** One practice, one dot: done, moot, or open. */
function ChoiceDots(props: { entry: QuestionEntry }) {
  const { question, answer } = props.entry;
  const moot = new Set(answer.notApplicableChoices.map(c => c.choiceId));
  return (
    <span className={styles.dots} aria-hidden>
      {question.choices
        .filter(({ id }) => !isNoneOfThese(id))
        .map(({ id }) => {
          let state = '';
          if (answer.notApplicable || moot.has(id)) state = styles.moot;
          else if (answer.selectedChoices.includes(id)) state = styles.done;
          return <span key={id} className={`${styles.dot} ${state}`} />;
        })}
    </span>
  );
}

/** What a dot means; for those who see them. */
export function DotLegend() {
  const { t } = useMlLensTranslation();
  return (
    <Legend
      entries={(
        [
          { id: 'done', mark: styles.done },
          { id: 'open', mark: '' },
          { id: 'moot', mark: styles.moot },
        ] as const
      ).map(({ id, mark }) => ({
        id,
        mark: <span className={`${styles.dot} ${mark}`} />,
        text: t(`review.questions.dots.${id}`),
      }))}
    />
  );
}

/** What the question earns of its points, and what one more practice brings. */
function Points(props: { entry: QuestionEntry }) {
  const { question, answer } = props.entry;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (answer.risk === 'NOT_APPLICABLE') return null;
  const { points } = standingOf(question, answer);
  const next = answer.risk === 'NONE' ? null : nextPracticeOf(question, answer);
  return (
    <span>
      {t('review.questions.points', { points: format.number(whole(points)) })}
      {next && next.gain > 0 && (
        <span title={question.choice(next.choiceId)?.title}>
          {' · '}
          {t('review.questions.nextPractice', {
            points: format.signed(whole(points + next.gain) - whole(points)),
          })}
        </span>
      )}
    </span>
  );
}

/** Of 100, as scores are shown. */
function whole(points: number): number {
  return Math.round(100 * points);
}

/** Says that an answer is kept here only; drawn anew by itself. */
function UnsavedMark(props: { questionId: string }) {
  const { t } = useMlLensTranslation();
  if (!useIsUnsaved(props.questionId)) return null;
  return (
    <span className={`${looks.inline} ${looks.bad} `}>
      <RiErrorWarningLine size={14} aria-hidden />
      {t('review.save.notSavedYet')}
    </span>
  );
}

interface QuestionRowProps extends QuestionEntry {
  /** Name of its pillar. */
  pillar: string | undefined;
  isOpen: boolean;
  /** Opens a question, or none; the same function every time. */
  onOpen: (questionId: string | undefined) => void;
  /** The question to go on to, where there is one. */
  nextId: string | undefined;
}

function Row(props: QuestionRowProps) {
  const { question, answer, pillar, isOpen, onOpen, nextId } = props;
  const entry = { question, answer };
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { icon: Icon, solid } = RISK_APPEARANCE[answer.risk];

  // Opened from elsewhere (a link, a key, the matrix): bring it into view.
  useEffect(() => {
    if (!isOpen || !button.current) return;
    if (!button.current.parentElement?.contains(document.activeElement)) {
      button.current.focus({ preventScroll: true });
    }
    button.current.scrollIntoView?.({ block: 'start' });
  }, [isOpen]);

  return (
    <li
      className={isOpen ? styles.open : undefined}
      data-question={question.id}
    >
      <button
        ref={button}
        type="button"
        className={`${looks.plain} ${looks.press} ${styles.head}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onOpen(isOpen ? undefined : question.id)}
      >
        <Icon
          className={styles.icon}
          style={{ color: solid }}
          role="img"
          aria-label={t(`common.risk.${answer.risk}`)}
        />
        <span>
          <span className={styles.title}>{question.title}</span>
          <span className={`${looks.line} ${looks.small}`}>
            <span>{pillar}</span>
            <Points entry={entry} />
            <UnsavedMark questionId={question.id} />
            <AcceptedMark questionId={question.id} />
            <PhaseMarks questionId={question.id} />
            <ProposalMark questionId={question.id} />
            <RestsOn proposal={answer.proposal} />
            {answer.updatedAt && (
              <span title={format.dateTime(answer.updatedAt)}>
                {t('review.questions.answeredBy', {
                  who: <Who actor={answer.updatedBy ?? ''} />,
                  when: format.relative(answer.updatedAt),
                })}
              </span>
            )}
          </span>
        </span>
        <ChoiceDots entry={entry} />
        <RiArrowDownSLine className={styles.chevron} aria-hidden />
      </button>
      <div id={id} className={styles.body} hidden={!isOpen}>
        {isOpen && <Doubts questionId={question.id} />}
        {isOpen && (
          <AnswerForm
            entry={entry}
            onNext={nextId === undefined ? undefined : () => onOpen(nextId)}
          />
        )}
      </div>
    </li>
  );
}

/**
 * A question that opens in place. Drawn anew only when something about it
 * changes: a lens may have hundreds.
 */
export const QuestionRow = memo(Row);
