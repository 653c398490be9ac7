import { isNoneOfThese } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { useEffect, useId, useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat } from '../../shared';
import { useReview } from '../model';
import { AcceptedMark } from '../plan';
import { AnswerForm } from './AnswerForm';
import type { QuestionEntry } from './questionList';
import styles from './QuestionRow.module.css';
import { refName } from './refName';

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

export function QuestionRow(props: {
  entry: QuestionEntry;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onNext?: () => void;
}) {
  const { entry, isOpen, onToggle, onNext } = props;
  const { question, answer } = entry;
  const { lens } = useReview();
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
    button.current.scrollIntoView?.({ block: 'center' });
  }, [isOpen]);

  const pillar = lens.pillars.find(p => p.id === question.pillarId)?.name;
  return (
    <li className={isOpen ? styles.open : undefined}>
      <button
        ref={button}
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onToggle(!isOpen)}
      >
        <Icon
          className={styles.icon}
          style={{ color: solid }}
          role="img"
          aria-label={t(`common.risk.${answer.risk}`)}
        />
        <span>
          <span className={styles.title}>{question.title}</span>
          <span className={styles.meta}>
            <span>{pillar}</span>
            <AcceptedMark questionId={question.id} />
            {answer.updatedAt && (
              <span title={format.dateTime(answer.updatedAt)}>
                {t('review.questions.answeredBy', {
                  who: refName(answer.updatedBy),
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
        {isOpen && <AnswerForm entry={entry} onNext={onNext} />}
      </div>
    </li>
  );
}
