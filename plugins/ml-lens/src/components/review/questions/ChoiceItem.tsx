// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from '@backstage/ui';
import type {
  ChoiceNotApplicable,
  LensChoice,
  LensResource,
} from '@ml-lens/lens-model';
import { memo, useId, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './AnswerForm.module.css';
import { PracticePlan } from '../plan';
import { useFormat, SmallButton } from '../../shared';
import { ExternalLink } from '../../shared/ExternalLink';

function Guidance(props: { title: string; resources: LensResource[] }) {
  const { title, resources } = props;
  if (resources.length === 0) return null;
  return (
    <div>
      <h5>{title}</h5>
      {resources.map((resource, index) => (
        <p key={index}>
          {resource.displayText}{' '}
          {resource.url && <ExternalLink url={resource.url} />}
        </p>
      ))}
    </div>
  );
}

/** The one resource of a kind, then the additional ones of that kind. */
function resourcesOf(
  choice: LensChoice,
  kind: 'HELPFUL_RESOURCE' | 'IMPROVEMENT_PLAN',
): LensResource[] {
  const first =
    kind === 'HELPFUL_RESOURCE'
      ? choice.helpfulResource
      : choice.improvementPlan;
  const more =
    choice.additionalResources
      ?.filter(({ type }) => type === kind)
      .flatMap(({ content }) => content) ?? [];
  return [...(first ? [first] : []), ...more];
}

/**
 * One best practice: done or not, why it matters, and what to do. Drawn anew
 * only when it changes itself.
 */
export const ChoiceItem = memo(function PracticeItem(props: {
  questionId: string;
  choice: LensChoice;
  isSelected: boolean;
  isNoneOfThese: boolean;
  /** It does not count yet. */
  isAnnounced: boolean;
  notApplicable?: ChoiceNotApplicable;
  isDisabled: boolean;
  onSelect: (choiceId: string, isSelected: boolean) => void;
  onNotApplicable: (choiceId: string, wanted: boolean) => void;
}) {
  const { choice, isSelected, isNoneOfThese, notApplicable, isDisabled } =
    props;
  const { isAnnounced } = props;
  const isToDo =
    !isSelected && !isNoneOfThese && !notApplicable && !isAnnounced;
  const { onSelect, onNotApplicable } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const [isExpanded, setExpanded] = useState(false);
  const id = useId();
  const help = resourcesOf(choice, 'HELPFUL_RESOURCE');
  const plan = resourcesOf(choice, 'IMPROVEMENT_PLAN');
  const hasGuidance = help.length + plan.length > 0 || choice.description;
  const state = [
    `${looks.box} ${styles.choice}`,
    isSelected && !isNoneOfThese && styles.selected,
    notApplicable && styles.moot,
  ];
  return (
    <div className={state.filter(Boolean).join(' ')}>
      <div className={styles.choiceLine}>
        <Checkbox
          isSelected={isSelected}
          isDisabled={isDisabled || Boolean(notApplicable)}
          onChange={wanted => onSelect(choice.id, wanted)}
        >
          {isNoneOfThese && !choice.title
            ? t('review.answer.noneOfThese')
            : choice.title}
        </Checkbox>
        {isNoneOfThese ? (
          <span />
        ) : (
          <SmallButton
            variant="tertiary"
            isDisabled={isDisabled}
            aria-label={t(
              notApplicable
                ? 'review.answer.applicableNamed'
                : 'review.answer.notApplicableNamed',
              { title: choice.title },
            )}
            onPress={() => onNotApplicable(choice.id, !notApplicable)}
          >
            {t(
              notApplicable
                ? 'review.answer.applicable'
                : 'review.answer.notApplicable',
            )}
          </SmallButton>
        )}
        {hasGuidance ? (
          <SmallButton
            variant="tertiary"
            aria-expanded={isExpanded}
            aria-controls={id}
            aria-label={t(
              isExpanded
                ? 'review.answer.lessNamed'
                : 'review.answer.guidanceNamed',
              { title: choice.title },
            )}
            onPress={() => setExpanded(!isExpanded)}
          >
            {t(isExpanded ? 'review.answer.less' : 'review.answer.guidance')}
          </SmallButton>
        ) : (
          <span />
        )}
      </div>
      {isAnnounced && choice.countsFrom && (
        <div className={`${looks.notYet} ${styles.announced}`}>
          {t('phases.announced', { date: format.date(choice.countsFrom) })}
        </div>
      )}
      {choice.riskLevel && !isSelected && !notApplicable && (
        <div className={`${looks.note} ${styles.mootNote}`}>
          {t(`common.ifMissing.${choice.riskLevel}`)}
        </div>
      )}
      {notApplicable && (
        <div className={`${looks.note} ${styles.mootNote}`}>
          {t('common.risk.NOT_APPLICABLE')}
          {': '}
          {t(`common.reason.${notApplicable.reason}`)}
          {notApplicable.notes && ` — ${notApplicable.notes}`}
        </div>
      )}
      {isToDo && (
        <PracticePlan questionId={props.questionId} choiceId={choice.id} />
      )}
      {hasGuidance && (
        <div id={id} className={styles.guidance} hidden={!isExpanded}>
          {choice.description && <p>{choice.description}</p>}
          <Guidance title={t('review.answer.why')} resources={help} />
          <Guidance title={t('review.answer.how')} resources={plan} />
        </div>
      )}
    </div>
  );
});
