// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  CompiledLens,
  CompiledQuestion,
  LensChoice,
} from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { ExternalLink } from '../../shared/ExternalLink';
import { practicesOf } from '../shared/practicesOf';
import looks from '../../shared/looks.module.css';
import styles from './QuestionsTab.module.css';
import { RiskRules } from './RiskRules';

const KINDS = [
  ['HELPFUL_RESOURCE', 'helpfulResource', 'lenses.questions.why'],
  ['IMPROVEMENT_PLAN', 'improvementPlan', 'lenses.questions.improve'],
] as const;

/** Guidance of a choice: texts of the lens, never taken for markup. */
function Guidance(props: { choice: LensChoice }) {
  const { choice } = props;
  const { t } = useMlLensTranslation();
  return (
    <div className={looks.columns}>
      {KINDS.map(([type, key, title]) => {
        const own = choice[key];
        const resources = [
          ...(own ? [own] : []),
          ...(choice.additionalResources ?? [])
            .filter(more => more.type === type)
            .flatMap(more => more.content),
        ];
        return (
          resources.length > 0 && (
            <div key={type}>
              <h5 className={looks.heading}>{t(title)}</h5>
              {resources.map((resource, index) => (
                <p key={index} className={styles.text}>
                  {resource.displayText}{' '}
                  {resource.url && <ExternalLink url={resource.url} />}
                </p>
              ))}
            </div>
          )
        );
      })}
    </div>
  );
}

function Choice(props: { choice: LensChoice; isNoneOfThese: boolean }) {
  const { choice, isNoneOfThese } = props;
  const { t } = useMlLensTranslation();
  return (
    <li className={styles.choice}>
      <div className={`${looks.line} ${styles.choiceHead}`}>
        <strong>{choice.title}</strong>
        <code>{choice.id}</code>
        {isNoneOfThese && (
          <span className={looks.note}>
            {t('lenses.questions.noneOfThese')}
          </span>
        )}
      </div>
      {choice.description && (
        <p className={styles.text}>{choice.description}</p>
      )}
      <Guidance choice={choice} />
    </li>
  );
}

/** One question, opening in place. */
export function QuestionItem(props: {
  lens: CompiledLens;
  question: CompiledQuestion;
  isOpen: boolean;
}) {
  const { lens, question, isOpen } = props;
  const { t } = useMlLensTranslation();
  const pillar = lens.pillars.find(({ id }) => id === question.pillarId);
  const practices = practicesOf(question);
  const { description, helpfulResource } = question.source;
  return (
    <Accordion id={question.id}>
      <AccordionTrigger>
        <span className={`${looks.tight} ${styles.trigger}`}>
          <span className={styles.questionTitle}>{question.title}</span>
          <span className={`${looks.line} ${looks.note} ${styles.meta}`}>
            <span>{pillar?.name}</span>
            <span>{t('lenses.counts.practices', { count: practices })}</span>
            {question.weight !== 1 && (
              <span>
                {t('lenses.questions.weight', {
                  weight: String(question.weight),
                })}
              </span>
            )}
            <code>{question.id}</code>
          </span>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        {isOpen && (
          <div className={`${looks.loose} ${styles.body}`}>
            {description && <p className={styles.text}>{description}</p>}
            {helpfulResource?.url && (
              <ExternalLink
                url={helpfulResource.url}
                text={helpfulResource.displayText}
              />
            )}
            <section>
              <h4 className={looks.heading}>
                {t('lenses.questions.practices')}
              </h4>
              <ul className={looks.lined}>
                {question.choices.map(choice => (
                  <Choice
                    key={choice.id}
                    choice={choice}
                    isNoneOfThese={choice.id === question.noneOfTheseId}
                  />
                ))}
              </ul>
            </section>
            <RiskRules question={question} />
          </div>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
