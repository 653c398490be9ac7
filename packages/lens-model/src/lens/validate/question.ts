// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { analyzeQuestion, RuleFinding } from '../../rules/analyze';
import { isNoneOfThese } from '../choices';
import { CompiledQuestion, compileQuestion } from '../compile';
import {
  LENS_LIMITS,
  LensQuestion,
  NONE_OF_THESE_SUFFIX,
  PRACTICE_RISK_LEVELS,
} from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList, ProblemParams } from '../problems';
import { checkAwsId, SeenIds } from './ids';
import { checkAdditionalResources, checkResource } from './resources';
import { checkConfirm } from './confirm';
import { checkCountsFrom } from './countsFrom';
import { checkDueFrom, type DueReference } from './due';
import { checkPhaseId } from './phaseId';
import { checkRules, RuleReference } from './rules';
import { checkStrings } from './strings';
import {
  checkKeys,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  field,
  Fields,
  kindOf,
} from './values';

const QUESTION_KEYS = [
  'id',
  'title',
  'description',
  'helpfulResource',
  'choices',
  'riskRules',
  'phase',
  'dueFrom',
  'weight',
  'confirm',
  'crispDm',
];
const CHOICE_KEYS = [
  'id',
  'title',
  'description',
  'helpfulResource',
  'improvementPlan',
  'additionalResources',
  'origin',
  'riskLevel',
  'dueFrom',
  'countsFrom',
];

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
export function checkQuestion(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  context: QuestionContext,
): void {
  const question = checkObject(problems, value, pointer, 'A question');
  if (!question) {
    return;
  }
  const before = problems.errorCount;
  checkKeys(problems, question, pointer, 'A question', QUESTION_KEYS);
  const id = checkAwsId(problems, question, pointer, {
    what: 'A question',
    scope: 'among the questions of all pillars',
    seen: context.seen,
  });
  checkText(problems, question, 'title', pointer, {
    what: 'The question',
    max: LENS_LIMITS.title,
    required: true,
  });
  checkText(problems, question, 'description', pointer, {
    what: 'The question',
    max: LENS_LIMITS.description,
    blank: true,
  });
  checkResource(problems, question, 'helpfulResource', pointer);
  checkSuperset(problems, question, pointer, context);

  const own: SeenIds = new Map();
  const choices = checkList(problems, question, 'choices', pointer, {
    what: 'The question',
    items: 'choices',
    required: true,
    min: 1,
    max: LENS_LIMITS.choicesPerQuestion,
  });
  choices?.forEach((choice, i) =>
    checkChoice(
      problems,
      choice,
      pointerTo(pointerTo(pointer, 'choices'), i),
      own,
    ),
  );
  checkDueFrom(problems, question, pointer, context);
  checkCountsFrom(problems, question, pointer);
  checkConfirm(problems, question, pointer);
  checkNoneOfThese(problems, [...own], choices?.length ?? 0);
  const ownIds = new Set(own.keys());
  if (id !== undefined && !context.choicesOf.has(id)) {
    context.choicesOf.set(id, ownIds);
    for (const choiceId of ownIds) {
      const questions = context.questionsOf.get(choiceId);
      if (questions) {
        questions.push(id);
      } else {
        context.questionsOf.set(choiceId, [id]);
      }
    }
  }
  const { strangers, nodes } = checkRules(
    problems,
    question,
    pointer,
    id,
    ownIds,
  );
  // Without a list of choices, each choice named is one more word for that.
  if (choices) {
    context.strangers.push(...strangers);
  }
  if (problems.errorCount === before && !strangers.length) {
    const compiled = compileQuestion(
      question as LensQuestion,
      '',
      condition => nodes.get(condition)!,
    );
    reportFindings(problems, compiled, pointer);
  }
}

function checkChoice(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  seen: SeenIds,
): void {
  const choice = checkObject(problems, value, pointer, 'A choice');
  if (!choice) {
    return;
  }
  checkKeys(problems, choice, pointer, 'A choice', CHOICE_KEYS);
  const id = checkAwsId(problems, choice, pointer, {
    what: 'A choice',
    scope: 'within the question',
    seen,
  });
  const title = checkText(problems, choice, 'title', pointer, {
    what: 'The choice',
    max: LENS_LIMITS.title,
    required: true,
  });
  checkText(problems, choice, 'description', pointer, {
    what: 'The choice',
    max: LENS_LIMITS.description,
    blank: true,
  });
  const origin = field(choice, 'origin');
  if (origin !== undefined && typeof origin !== 'string') {
    problems.error(
      pointerTo(pointer, 'origin'),
      'WRONG_TYPE',
      `"origin" must be text, found ${kindOf(origin)}.`,
    );
  }
  if (field(choice, 'riskLevel') !== undefined) {
    checkOneOf(
      problems,
      choice,
      'riskLevel',
      pointer,
      'The choice',
      PRACTICE_RISK_LEVELS,
    );
  }
  checkResource(problems, choice, 'helpfulResource', pointer);
  checkResource(problems, choice, 'improvementPlan', pointer);
  checkAdditionalResources(problems, choice, pointer);

  const none = id !== undefined && isNoneOfThese(id);
  if (!none && field(choice, 'improvementPlan') === undefined) {
    problems.error(
      pointer,
      'NO_IMPROVEMENT_PLAN',
      `The choice has no "improvementPlan". Add one with a "displayText", or end the id with "${NONE_OF_THESE_SUFFIX}" if it means none of these.`,
      { suffix: NONE_OF_THESE_SUFFIX },
    );
  }
  if (id === 'default') {
    problems.warn(
      pointerTo(pointer, 'id'),
      'RESERVED_ID',
      'No rule can name this choice: "default" means "otherwise" in a condition. Choose another id.',
    );
  }
  if (id !== undefined && !none && title && /^\s*none of\b/i.test(title)) {
    problems.warn(
      pointerTo(pointer, 'id'),
      'NONE_WITHOUT_SUFFIX',
      `The title reads like "none of these", but the id does not end with "${NONE_OF_THESE_SUFFIX}", so it can be selected together with other choices.`,
      { suffix: NONE_OF_THESE_SUFFIX },
    );
  }
}

function checkNoneOfThese(
  problems: ProblemList,
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

function checkSuperset(
  problems: ProblemList,
  question: Fields,
  pointer: string,
  { phases }: QuestionContext,
): void {
  checkPhaseId(problems, question, 'phase', pointer, phases?.keys() ?? []);
  if (field(question, 'phase') === undefined && phases?.size) {
    problems.warn(
      pointer,
      'NO_PHASE',
      'The question belongs to no phase, so it is missing from the phase timeline. Add "phase".',
    );
  }
  const weight = field(question, 'weight');
  if (
    weight !== undefined &&
    !(typeof weight === 'number' && weight > 0 && weight <= LENS_LIMITS.weight)
  ) {
    problems.error(
      pointerTo(pointer, 'weight'),
      'INVALID_WEIGHT',
      `"weight" must be a number greater than 0 and at most ${
        LENS_LIMITS.weight
      }, found ${kindOf(weight)}.`,
    );
  }
  checkStrings(problems, question, 'crispDm', pointer, {
    what: 'The question',
    max: LENS_LIMITS.name,
  });
}

function reportFindings(
  problems: ProblemList,
  question: CompiledQuestion,
  pointer: string,
): void {
  const rules = pointerTo(pointer, 'riskRules');
  const canBeBest = question.rules.some(({ risk }) => risk === 'NONE');
  for (const finding of analyzeQuestion(question)) {
    if (finding.kind === 'BEST_NOT_NONE' && !canBeBest) {
      // That no rule gives NO_RISK is said already.
      continue;
    }
    const at =
      'ruleIndex' in finding ? pointerTo(rules, finding.ruleIndex) : rules;
    const code = (
      {
        NEVER_FIRES: 'RULE_NEVER_FIRES',
        ONLY_UNANSWERED: 'RULE_WITHOUT_ANSWER',
        BEST_NOT_NONE: 'BEST_ANSWER_RISKY',
        NOT_MONOTONE: 'MORE_IS_WORSE',
      } as const
    )[finding.kind];
    problems.warn(at, code, explainFinding(finding), paramsOf(finding));
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
