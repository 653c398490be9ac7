// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { caretAt, RuleSyntaxError } from '../../rules/tokens';
import { choicesOf, RuleNode } from '../../rules/node';
import { parseRule } from '../../rules/parse';
import { LENS_LIMITS } from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { nearest } from './nearest';
import {
  checkKeys,
  checkList,
  checkObject,
  field,
  Fields,
  kindOf,
  quoted,
} from './values';

const RISKS = ['HIGH_RISK', 'MEDIUM_RISK', 'NO_RISK'];

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
  problems: ProblemList,
  question: Fields,
  pointer: string,
  questionId: string | undefined,
  own: ReadonlySet<string>,
): CheckedRules {
  const list = checkList(problems, question, 'riskRules', pointer, {
    what: 'The question',
    items: 'risk rules',
    required: true,
    min: 1,
    max: LENS_LIMITS.rulesPerQuestion,
  });
  const strangers: RuleReference[] = [];
  const risks = new Map<unknown, string>();
  const defaults: number[] = [];
  const nodes = new Map<string, RuleNode>();
  let complete = true;
  list?.forEach((item, i) => {
    const at = pointerTo(pointerTo(pointer, 'riskRules'), i);
    const rule = checkObject(problems, item, at, 'A risk rule');
    if (!rule) {
      complete = false;
      return;
    }
    checkKeys(problems, rule, at, 'A risk rule', ['condition', 'risk']);
    checkRisk(problems, rule, at, risks);
    const node = checkCondition(problems, rule, at);
    if (node) {
      nodes.set(field(rule, 'condition') as string, node);
    }
    if (!node) {
      complete = false;
    } else if (node.type === 'default') {
      defaults.push(i);
    } else {
      for (const choiceId of choicesOf(node)) {
        if (!own.has(choiceId)) {
          const place = pointerTo(at, 'condition');
          strangers.push({ pointer: place, choiceId, questionId, own });
        }
      }
    }
  });
  if (list?.length) {
    const at = pointerTo(pointer, 'riskRules');
    checkDefaults(problems, at, defaults, list.length, complete);
    if (risks.size === list.length && !risks.has('NO_RISK')) {
      problems.warn(
        at,
        'NO_BEST_RULE',
        'No rule gives NO_RISK, so no answer to this question is ever without risk.',
      );
    }
  }
  return { strangers, nodes };
}

function checkRisk(
  problems: ProblemList,
  rule: Fields,
  pointer: string,
  seen: Map<unknown, string>,
): void {
  const risk = field(rule, 'risk');
  const at = pointerTo(pointer, 'risk');
  if (risk === undefined) {
    problems.error(
      pointer,
      'MISSING',
      `A risk rule has no "risk". Add one of ${RISKS.join(', ')}.`,
      { key: 'risk' },
    );
  } else if (!RISKS.includes(risk as string)) {
    const similar =
      typeof risk === 'string'
        ? RISKS.find(name => name.startsWith(risk.toUpperCase()))
        : undefined;
    problems.error(
      at,
      'INVALID_RISK',
      `"risk" must be one of ${RISKS.join(', ')}, found ${quoted(risk)}.${
        similar ? ` Did you mean "${similar}"?` : ''
      }`,
      { options: RISKS.join(', '), ...(similar && { similar }) },
    );
  } else if (seen.has(risk)) {
    problems.error(
      at,
      'DUPLICATE_RISK',
      `The question already has a rule for ${risk} at ${seen.get(
        risk,
      )}. There is one rule per level: join the conditions with "||".`,
      { risk: String(risk) },
    );
  } else {
    seen.set(risk, at);
  }
}

function checkCondition(
  problems: ProblemList,
  rule: Fields,
  pointer: string,
): RuleNode | undefined {
  const condition = field(rule, 'condition');
  const at = pointerTo(pointer, 'condition');
  if (condition === undefined) {
    problems.error(
      pointer,
      'MISSING',
      'A risk rule has no "condition". Add one, such as "choice_1 && choice_2", or "default".',
      { key: 'condition' },
    );
    return undefined;
  }
  if (typeof condition !== 'string') {
    problems.error(
      at,
      'WRONG_TYPE',
      `"condition" must be text, found ${kindOf(condition)}.`,
    );
    return undefined;
  }
  try {
    return parseRule(condition);
  } catch (error) {
    const { message, offset } = error as RuleSyntaxError;
    problems.error(
      at,
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
  problems: ProblemList,
  pointer: string,
  defaults: readonly number[],
  count: number,
  complete: boolean,
): void {
  if (defaults.length > 1) {
    problems.error(
      pointerTo(pointerTo(pointer, defaults[1]), 'condition'),
      'TWO_DEFAULTS',
      '"default" stands in more than one rule; the later one is never reached. Keep one.',
    );
  } else if (defaults.length === 1 && defaults[0] < count - 1) {
    problems.warn(
      pointerTo(pointerTo(pointer, defaults[0]), 'condition'),
      'UNREACHABLE_RULES',
      '"default" always holds, so later rules are never reached. Move it to the end.',
    );
  } else if (!defaults.length && complete) {
    problems.warn(
      pointer,
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
