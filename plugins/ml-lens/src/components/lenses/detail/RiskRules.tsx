// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type CompiledQuestion,
  type RuleFinding,
  type RuleWords,
  analyzeQuestion,
  describeRule,
} from '@ml-lens/lens-model';
import { RiInformationLine } from '@remixicon/react';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { RiskChip } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './QuestionsTab.module.css';

/** How conditions are said, in the language of the app. */
function useRuleWords(): RuleWords {
  const { t } = useMlLensTranslation();
  return {
    otherwise: t('lenses.rules.otherwise'),
    choice: title => t('lenses.rules.choice', { title }),
    not: part => t('lenses.rules.not', { part }),
    and: parts => parts.join(t('lenses.rules.and')),
    or: parts => parts.join(t('lenses.rules.or')),
    group: part => t('lenses.rules.group', { part }),
  };
}

function useFindingText(question: CompiledQuestion) {
  const { t } = useMlLensTranslation();
  return (finding: RuleFinding) => {
    switch (finding.kind) {
      case 'NEVER_FIRES':
        return t('lenses.rules.neverFires');
      case 'ONLY_UNANSWERED':
        return t('lenses.rules.onlyUnanswered');
      case 'BEST_NOT_NONE':
        return t('lenses.rules.bestNotNone', {
          risk: t(`common.risk.${finding.risk}`),
        });
      default:
        return t('lenses.rules.notMonotone', {
          title: question.choice(finding.choiceId)?.title ?? finding.choiceId,
        });
    }
  };
}

function Finding(props: { text: string }) {
  const { text } = props;
  return (
    <p className={styles.finding}>
      <RiInformationLine size={16} aria-hidden />
      {text}
    </p>
  );
}

/** The risk rules of a question in words, with the expression as written. */
export function RiskRules(props: { question: CompiledQuestion }) {
  const { question } = props;
  const { t } = useMlLensTranslation();
  const words = useRuleWords();
  const textOf = useFindingText(question);
  const findings = useMemo(() => analyzeQuestion(question), [question]);
  const titleOf = (choiceId: string) =>
    question.choice(choiceId)?.title ?? choiceId;
  return (
    <section>
      <h4 className={looks.heading}>{t('lenses.rules.title')}</h4>
      <p className={looks.note}>{t('lenses.rules.order')}</p>
      <ol className={`${looks.loose} ${styles.rules}`}>
        {question.rules.map((rule, index) => {
          const said = describeRule(rule.node, titleOf, words);
          const dead = findings.find(
            finding =>
              finding.kind === 'NEVER_FIRES' && finding.ruleIndex === index,
          );
          return (
            <li key={rule.risk} className={styles.rule}>
              <RiskChip risk={rule.risk} />
              <div>
                <div>
                  {rule.node.type === 'default'
                    ? said
                    : t('lenses.rules.when', { condition: said })}
                </div>
                <code
                  className={styles.expression}
                  title={t('lenses.rules.expression')}
                >
                  {question.source.riskRules[index].condition}
                </code>
                {dead && <Finding text={textOf(dead)} />}
              </div>
            </li>
          );
        })}
      </ol>
      {findings
        .filter(finding => finding.kind !== 'NEVER_FIRES')
        .map(finding => (
          <Finding key={finding.kind} text={textOf(finding)} />
        ))}
    </section>
  );
}
