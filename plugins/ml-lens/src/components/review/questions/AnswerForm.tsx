// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Evidence, isNoneOfThese } from '@ml-lens/lens-model';
import { RiArrowDownLine, RiArrowGoBackLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { RiskChip, SmallButton } from '../../shared';
import { QuestionHistory } from '../journey';
import {
  type AnswerChange,
  type QuestionSave,
  useReviewFrame,
  useSave,
} from '../model';
import { ReportedEvidence, WaiverPanel } from '../plan';
import { ProposalPanel } from '../proposals';
import looks from '../../shared/looks.module.css';
import styles from './AnswerForm.module.css';
import { ChoiceItem } from './ChoiceItem';
import { ConflictDialog } from './ConflictDialog';
import { EvidenceList } from './EvidenceList';
import { ExternalLink } from '../../shared/ExternalLink';
import { NotesField } from './NotesField';
import type { QuestionEntry } from './questionList';
import { ReasonDialog, type ReasonGiven } from './ReasonDialog';
import { SaveStatus } from './SaveStatus';
import { selectChoice } from './selectChoice';

/** Answers one question. Every change shows and saves at once. */
export function AnswerForm(props: {
  entry: QuestionEntry;
  onNext?: () => void;
}) {
  const { entry, onNext } = props;
  const { question, answer } = entry;
  const review = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [asked, setAsked] = useState<'question' | { choiceId: string }>();
  const isDisabled = !review.canUpdate;
  const isMoot = Boolean(answer.notApplicable);
  const save = useSave(question.id);
  /** The conflict that was looked at and left for later. */
  const [setAside, setSetAside] = useState<QuestionSave>();
  const changeAnswer = review.answer;
  const change = useCallback(
    (part: AnswerChange) => changeAnswer(question.id, part),
    [changeAnswer, question.id],
  );
  const onSelect = useCallback(
    (choiceId: string, isSelected: boolean) =>
      change(before => selectChoice(before, choiceId, isSelected)),
    [change],
  );
  const onNotApplicable = useCallback(
    (choiceId: string, wanted: boolean) => {
      if (wanted) {
        setAsked({ choiceId });
        return;
      }
      change(before => ({
        notApplicableChoices: before.notApplicableChoices.filter(
          moot => moot.choiceId !== choiceId,
        ),
      }));
    },
    [change],
  );
  const onNotes = useCallback((notes: string) => change({ notes }), [change]);
  const onEvidence = useCallback(
    (evidence: Evidence[]) => change({ evidence }),
    [change],
  );

  const onReason = (given?: ReasonGiven) => {
    setAsked(undefined);
    if (!given || !asked) return;
    if (asked === 'question') {
      change({ notApplicable: given });
      return;
    }
    const { choiceId } = asked;
    change({
      selectedChoices: answer.selectedChoices.filter(id => id !== choiceId),
      notApplicableChoices: [
        ...answer.notApplicableChoices.filter(c => c.choiceId !== choiceId),
        { choiceId, ...given },
      ],
    });
  };

  const help = question.source.helpfulResource;
  return (
    <div className={`${looks.loose} ${styles.form}`}>
      {(question.source.description || help) && (
        <div className={styles.description}>
          {question.source.description}{' '}
          {help?.url && <ExternalLink url={help.url} text={help.displayText} />}
        </div>
      )}
      <ProposalPanel question={question} answer={answer} />
      <fieldset className={looks.stack}>
        <legend className={`${looks.label} ${styles.legend}`}>
          {t('review.answer.choose')}
        </legend>
        {question.choices.map(choice => (
          <ChoiceItem
            key={choice.id}
            questionId={question.id}
            choice={choice}
            isNoneOfThese={isNoneOfThese(choice.id)}
            isAnnounced={question.announced.has(choice.id)}
            isSelected={answer.selectedChoices.includes(choice.id)}
            notApplicable={answer.notApplicableChoices.find(
              ({ choiceId }) => choiceId === choice.id,
            )}
            isDisabled={isDisabled || isMoot}
            onSelect={onSelect}
            onNotApplicable={onNotApplicable}
          />
        ))}
      </fieldset>
      {answer.notApplicable && (
        <div className={styles.notes}>
          <strong>{t('common.risk.NOT_APPLICABLE')}</strong>
          {': '}
          {t(`common.reason.${answer.notApplicable.reason}`)}
          {answer.notApplicable.notes && ` — ${answer.notApplicable.notes}`}
        </div>
      )}
      <div className={looks.split}>
        <NotesField
          notes={answer.notes}
          isDisabled={isDisabled}
          onSave={onNotes}
        />
        <EvidenceList
          evidence={answer.evidence}
          isDisabled={isDisabled}
          onSave={onEvidence}
        />
      </div>
      <ReportedEvidence questionId={question.id} />
      <WaiverPanel questionId={question.id} />
      <div className={`${looks.row} ${styles.foot}`}>
        <RiskChip risk={answer.risk} />
        {answer.risk === 'HIGH' && !answer.ruleMatched && (
          <span className={`${looks.inline} ${looks.note} ${styles.status}`}>
            {t('review.answer.noRule')}
          </span>
        )}
        <SaveStatus
          save={save}
          onRetry={() => review.saver.retry(question.id)}
          onResolve={() => setSetAside(undefined)}
        />
        <span className={styles.spacer} />
        {!isDisabled && (
          <>
            <SmallButton
              variant="tertiary"
              onPress={() =>
                isMoot ? change({ notApplicable: null }) : setAsked('question')
              }
            >
              {t(
                isMoot
                  ? 'review.answer.questionApplies'
                  : 'review.answer.questionNotApplicable',
              )}
            </SmallButton>
            <SmallButton
              variant="tertiary"
              iconStart={<RiArrowGoBackLine />}
              isDisabled={!review.canUndo(question.id)}
              onPress={() => review.undo(question.id)}
            >
              {t('common.undo')}
            </SmallButton>
          </>
        )}
        {onNext && (
          <SmallButton
            variant="primary"
            iconEnd={<RiArrowDownLine />}
            onPress={onNext}
          >
            {t('review.questions.nextUnanswered')}
          </SmallButton>
        )}
      </div>
      <QuestionHistory questionId={question.id} revision={answer.revision} />
      {asked && (
        <ReasonDialog
          target={asked === 'question' ? 'question' : 'choice'}
          subject={
            asked === 'question'
              ? question.title
              : question.choice(asked.choiceId)?.title ?? asked.choiceId
          }
          onClose={onReason}
        />
      )}
      {save.status === 'conflict' && save !== setAside && (
        <ConflictDialog
          question={question}
          {...save.conflict}
          onResolve={keep => review.resolveConflict(question.id, keep)}
          onClose={() => setSetAside(save)}
        />
      )}
    </div>
  );
}
