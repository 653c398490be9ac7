// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { analyzeQuestion, RuleFinding } from '../analyze';
import { isNoneOfThese } from '../choices';
import { CompiledQuestion, compileQuestion } from '../compile';
import {
  LENS_LIMITS,
  LensQuestion,
  NONE_OF_THESE_SUFFIX,
  PRACTICE_RISK_LEVELS,
} from '../document';
import type { ProblemParams } from '../problems';
import { choice as choiceSchema } from '../schema';
import { checkConfirm } from './confirm';
import { checkCountsFrom } from './countsFrom';
import { checkDueFrom, type DueReference } from './due';
import type { Entry } from './Entry';
import { checkAwsId, SeenIds } from './ids';
import { checkPhaseId } from './phaseId';
import { checkAdditionalResources, checkResource } from './resources';
import { checkRules, RuleReference } from './rules';
import { kindOf } from './values';

const CHOICE = { a: 'A choice', the: 'The choice', schema: choiceSchema };

export interface QuestionContext {
  /** Ids of all questions so far. */
  seen: SeenIds;
  /** Ids of the lens's phases; undefined for a lens without phases. */
  phases: ReadonlyMap<string, unknown> | undefined;
  /** Question ids by choice id, filled in here. */
  questionsOf: Map<string, string[]>;
  /** Choice ids by question id, filled in here. */
  choicesOf: Map<string, ReadonlySet<string>>;
  /** Choices that rules name but their question lacks, filled in here. */
  strangers: RuleReference[];
  /** From when questions are due, filled in here. */
  dues: DueReference[];
  /** From which phase practices are due, by `question/choice`, likewise. */
  dueOf: Map<string, string>;
}

/** Checks one question with its choices and rules. */
export function checkQuestion(question: Entry, context: QuestionContext): void {
  const scope = 'among the questions of all pillars';
  const id = checkAwsId(question, scope, context.seen);
  question.text('title', { max: LENS_LIMITS.title, required: true });
  question.text('description', { max: LENS_LIMITS.description, blank: true });
  checkResource(question, 'helpfulResource');
  checkSuperset(question, context);

  const own: SeenIds = new Map();
  const entries: Entry[] = [];
  const limits = {
    required: true,
    min: 1,
    max: LENS_LIMITS.choicesPerQuestion,
  };
  const choices = question.each(
    'choices',
    { items: 'choices', ...limits },
    CHOICE,
    choice => {
      checkChoice(choice, own);
      entries.push(choice);
    },
  );
  checkDueFrom(question, entries, context);
  checkCountsFrom(question, entries);
  checkConfirm(question);
  checkNoneOfThese(question, [...own], choices?.length ?? 0);
  const ownIds = new Set(own.keys());
  if (id !== undefined && !context.choicesOf.has(id)) {
    context.choicesOf.set(id, ownIds);
    for (const choiceId of ownIds) {
      const questions = context.questionsOf.get(choiceId) ?? [];
      context.questionsOf.set(choiceId, [...questions, id]);
    }
  }
  const { strangers, nodes } = checkRules(question, id, ownIds);
  // Without a list of choices, each choice named is one more word for that.
  if (choices) {
    context.strangers.push(...strangers);
  }
  if (question.isSound && !strangers.length) {
    reportFindings(
      question,
      compileQuestion(
        question.value as unknown as LensQuestion,
        '',
        condition => nodes.get(condition)!,
      ),
    );
  }
}

function checkChoice(choice: Entry, seen: SeenIds): void {
  const id = checkAwsId(choice, 'within the question', seen);
  const title = choice.text('title', {
    max: LENS_LIMITS.title,
    required: true,
  });
  choice.text('description', { max: LENS_LIMITS.description, blank: true });
  const origin = choice.get('origin');
  if (origin !== undefined && typeof origin !== 'string') {
    choice.error(
      'origin',
      'WRONG_TYPE',
      `"origin" must be text, found ${kindOf(origin)}.`,
    );
  }
  choice.oneOf('riskLevel', PRACTICE_RISK_LEVELS);
  checkResource(choice, 'helpfulResource');
  checkResource(choice, 'improvementPlan');
  checkAdditionalResources(choice);

  const none = id !== undefined && isNoneOfThese(id);
  if (!none && choice.get('improvementPlan') === undefined) {
    choice.error(
      [],
      'NO_IMPROVEMENT_PLAN',
      `The choice has no "improvementPlan". Add one with a "displayText", or end the id with "${NONE_OF_THESE_SUFFIX}" if it means none of these.`,
      { suffix: NONE_OF_THESE_SUFFIX },
    );
  }
  if (id === 'default') {
    choice.warn(
      'id',
      'RESERVED_ID',
      'No rule can name this choice: "default" means "otherwise" in a condition. Choose another id.',
    );
  }
  if (id !== undefined && !none && title && /^\s*none of\b/i.test(title)) {
    choice.warn(
      'id',
      'NONE_WITHOUT_SUFFIX',
      `The title reads like "none of these", but the id does not end with "${NONE_OF_THESE_SUFFIX}", so it can be selected together with other choices.`,
      { suffix: NONE_OF_THESE_SUFFIX },
    );
  }
}

function checkNoneOfThese(
  { problems }: Entry,
  ids: readonly (readonly [id: string, pointer: string])[],
  count: number,
): void {
  const none = ids.filter(([id]) => isNoneOfThese(id));
  if (none.length > 1) {
    problems.error(
      none[1][1],
      'TWO_NONE_OF_THESE',
      `Two choices end with "${NONE_OF_THESE_SUFFIX}" ("${none[0][0]}" and "${none[1][0]}"); a question has at most one "none of these". Rename or remove one.`,
      { suffix: NONE_OF_THESE_SUFFIX },
    );
  } else if (none.length === 1 && count === 1) {
    problems.warn(
      none[0][1],
      'NONE_ALONE',
      '"None of these" is the only choice of the question. Add the choices it stands against.',
    );
  }
}

function checkSuperset(question: Entry, { phases }: QuestionContext): void {
  checkPhaseId(question, 'phase', phases?.keys() ?? []);
  if (question.get('phase') === undefined && phases?.size) {
    question.warn(
      [],
      'NO_PHASE',
      'The question belongs to no phase, so it is missing from the phase timeline. Add "phase".',
    );
  }
  const weight = question.get('weight');
  if (
    weight !== undefined &&
    !(typeof weight === 'number' && weight > 0 && weight <= LENS_LIMITS.weight)
  ) {
    question.error(
      'weight',
      'INVALID_WEIGHT',
      `"weight" must be a number greater than 0 and at most ${
        LENS_LIMITS.weight
      }, found ${kindOf(weight)}.`,
    );
  }
  question.texts('crispDm', LENS_LIMITS.name);
}

const FINDING_CODES = {
  NEVER_FIRES: 'RULE_NEVER_FIRES',
  ONLY_UNANSWERED: 'RULE_WITHOUT_ANSWER',
  BEST_NOT_NONE: 'BEST_ANSWER_RISKY',
  NOT_MONOTONE: 'MORE_IS_WORSE',
} as const;

function reportFindings(question: Entry, compiled: CompiledQuestion): void {
  const canBeBest = compiled.rules.some(({ risk }) => risk === 'NONE');
  for (const finding of analyzeQuestion(compiled)) {
    if (finding.kind === 'BEST_NOT_NONE' && !canBeBest) {
      // That no rule gives NO_RISK is said already.
      continue;
    }
    question.warn(
      ['riskRules', ...('ruleIndex' in finding ? [finding.ruleIndex] : [])],
      FINDING_CODES[finding.kind],
      explainFinding(finding),
      paramsOf(finding),
    );
  }
}

function paramsOf(finding: RuleFinding): ProblemParams | undefined {
  switch (finding.kind) {
    case 'BEST_NOT_NONE':
      return { risk: finding.risk };
    case 'NOT_MONOTONE':
      return {
        choice: finding.choiceId,
        before: finding.before,
        after: finding.after,
      };
    default:
      return undefined;
  }
}

function explainFinding(finding: RuleFinding): string {
  switch (finding.kind) {
    case 'NEVER_FIRES':
      return 'No answer lets this rule decide, because an earlier rule always holds first. Check the conditions and their order.';
    case 'ONLY_UNANSWERED':
      return `This rule would decide only where nothing is selected, which counts as unanswered. Add a choice for "none of these" whose id ends with "${NONE_OF_THESE_SUFFIX}".`;
    case 'BEST_NOT_NONE':
      return finding.reachable
        ? `With every choice selected the risk is ${finding.risk}, though another answer has none. Check whether a condition is the wrong way round.`
        : `Even with every choice selected the risk is ${finding.risk}. Check the rule for NO_RISK.`;
    default: {
      const selected = finding.selected.length
        ? `${finding.selected.join(', ')} selected`
        : 'none of the choices that rules name selected';
      return `With ${selected} the risk is ${finding.before}; selecting ${finding.choiceId} as well makes it ${finding.after}. Check that doing more is not judged worse.`;
    }
  }
}
