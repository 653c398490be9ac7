// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { caretAt, RuleSyntaxError } from '../../rules/tokens';
import { choicesOf, RuleNode } from '../../rules/node';
import { parseRule } from '../../rules/parse';
import { LENS_LIMITS } from '../document';
import type { ProblemList } from '../problems';
import { riskRule } from '../schema';
import type { Entry } from './Entry';
import { nearest } from './nearest';
import { kindOf, quoted } from './values';

const RULE = { a: 'A risk rule', schema: riskRule };
const RISKS: readonly string[] = riskRule.shape.risk.options;

/**
 * A condition that names a choice; whether the choice exists can be told only
 * when all questions are known.
 */
export interface RuleReference {
  pointer: string;
  choiceId: string;
  questionId: string | undefined;
  own: ReadonlySet<string>;
}

/** What is known of a question's rules once they are checked. */
export interface CheckedRules {
  /** Choices they name that are not the question's own. */
  strangers: RuleReference[];
  /** Conditions that could be read, so that nobody reads them twice. */
  nodes: ReadonlyMap<string, RuleNode>;
}

/** Checks a question's risk rules. */
export function checkRules(
  question: Entry,
  questionId: string | undefined,
  own: ReadonlySet<string>,
): CheckedRules {
  const strangers: RuleReference[] = [];
  const risks = new Map<unknown, string>();
  const defaults: number[] = [];
  const nodes = new Map<string, RuleNode>();
  let readable = 0;
  const limits = { required: true, min: 1, max: LENS_LIMITS.rulesPerQuestion };
  const list = question.each(
    'riskRules',
    { items: 'risk rules', ...limits },
    RULE,
    (rule, i) => {
      checkRisk(rule, risks);
      const node = checkCondition(rule);
      if (!node) {
        return;
      }
      readable += 1;
      nodes.set(rule.get('condition') as string, node);
      if (node.type === 'default') {
        defaults.push(i);
      } else {
        const pointer = rule.at('condition');
        for (const choiceId of choicesOf(node)) {
          if (!own.has(choiceId)) {
            strangers.push({ pointer, choiceId, questionId, own });
          }
        }
      }
    },
  );
  if (list?.length) {
    checkDefaults(question, defaults, list.length, readable === list.length);
    if (risks.size === list.length && !risks.has('NO_RISK')) {
      question.warn(
        'riskRules',
        'NO_BEST_RULE',
        'No rule gives NO_RISK, so no answer to this question is ever without risk.',
      );
    }
  }
  return { strangers, nodes };
}

function checkRisk(rule: Entry, seen: Map<unknown, string>): void {
  const risk = rule.get('risk');
  const options = RISKS.join(', ');
  if (risk === undefined) {
    rule.missing('risk', `Add one of ${options}.`);
  } else if (!RISKS.includes(risk as string)) {
    const similar =
      typeof risk === 'string'
        ? RISKS.find(name => name.startsWith(risk.toUpperCase()))
        : undefined;
    rule.error(
      'risk',
      'INVALID_RISK',
      `"risk" must be one of ${options}, found ${quoted(risk)}.${
        similar ? ` Did you mean "${similar}"?` : ''
      }`,
      { options, ...(similar && { similar }) },
    );
  } else if (seen.has(risk)) {
    rule.error(
      'risk',
      'DUPLICATE_RISK',
      `The question already has a rule for ${risk} at ${seen.get(
        risk,
      )}. There is one rule per level: join the conditions with "||".`,
      { risk: String(risk) },
    );
  } else {
    seen.set(risk, rule.at('risk'));
  }
}

function checkCondition(rule: Entry): RuleNode | undefined {
  const condition = rule.get('condition');
  if (condition === undefined) {
    rule.missing(
      'condition',
      'Add one, such as "choice_1 && choice_2", or "default".',
    );
    return undefined;
  }
  if (typeof condition !== 'string') {
    rule.error(
      'condition',
      'WRONG_TYPE',
      `"condition" must be text, found ${kindOf(condition)}.`,
    );
    return undefined;
  }
  try {
    return parseRule(condition);
  } catch (error) {
    const { message, offset } = error as RuleSyntaxError;
    rule.error(
      'condition',
      'RULE_SYNTAX',
      condition.trim()
        ? `${message} (character ${offset + 1} of the condition).\n${caretAt(
            condition,
            offset,
          )}`
        : `${message}. Write choice ids joined by "&&" and "||", or "default".`,
    );
    return undefined;
  }
}

function checkDefaults(
  question: Entry,
  defaults: readonly number[],
  count: number,
  complete: boolean,
): void {
  if (defaults.length > 1) {
    question.error(
      ['riskRules', defaults[1], 'condition'],
      'TWO_DEFAULTS',
      '"default" stands in more than one rule; the later one is never reached. Keep one.',
    );
  } else if (defaults.length === 1 && defaults[0] < count - 1) {
    question.warn(
      ['riskRules', defaults[0], 'condition'],
      'UNREACHABLE_RULES',
      '"default" always holds, so later rules are never reached. Move it to the end.',
    );
  } else if (!defaults.length && complete) {
    question.warn(
      'riskRules',
      'NO_DEFAULT',
      'No rule is "default". Where no rule holds, the risk counts as high. Add a last rule with the condition "default".',
    );
  }
}

/** Reports choices that rules name but their question does not have. */
export function checkReferences(
  problems: ProblemList,
  references: readonly RuleReference[],
  questionsOf: ReadonlyMap<string, readonly string[]>,
): void {
  for (const { pointer, choiceId, questionId, own } of references) {
    const shown = choiceId.length > 80 ? `${choiceId.slice(0, 80)}…` : choiceId;
    const [other] = (questionsOf.get(choiceId) ?? []).filter(
      id => id !== questionId,
    );
    const similar = problems.isFull('errors')
      ? undefined
      : nearest(choiceId, own);
    let hint = 'Use the id of one of its choices.';
    if (other !== undefined) {
      hint = `It is a choice of the question "${other}"; a rule can only name choices of its own question.`;
    } else if (similar !== undefined) {
      hint = `Did you mean "${similar}"?`;
    }
    problems.error(
      pointer,
      'UNKNOWN_CHOICE',
      `"${shown}" is not a choice of this question. ${hint}`,
      { id: shown, ...(similar && { similar }) },
    );
  }
}
