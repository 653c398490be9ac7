// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseRule } from '../rules/parse';
import type { RuleNode } from '../rules/node';
import type {
  LensChoice,
  LensDocument,
  LensPhase,
  LensQuestion,
} from './document';
import { isNoneOfThese } from './choices';

/**
 * A question made ready for scoring: rules parsed, choices by id.
 * @public
 */
export interface CompiledQuestion {
  readonly id: string;
  readonly pillarId: string;
  readonly phaseId: string | null;
  /** Weight in scores; 1 unless the lens says otherwise. */
  readonly weight: number;
  readonly title: string;
  /** In file order. */
  readonly choices: readonly LensChoice[];
  choice(id: string): LensChoice | undefined;
  /** Every choice that is a practice, that is, not "none of these". */
  readonly practices: readonly {
    readonly id: string;
    /** 3, 2 or 1 by its risk level; 1 where the lens states none. */
    readonly weight: number;
  }[];
  /**
   * Practices that do not count yet, by id; none in a lens as it is compiled,
   * which counts everything.
   */
  readonly announced: ReadonlySet<string>;
  /** The choice that excludes the others, if there is one. */
  readonly noneOfTheseId: string | null;
  /** In file order, which is their meaning: the first that holds decides. */
  readonly rules: readonly {
    readonly node: RuleNode;
    readonly risk: 'HIGH' | 'MEDIUM' | 'NONE';
  }[];
  readonly source: LensQuestion;
}

/**
 * A lens document made ready for scoring.
 * @public
 */
export interface CompiledLens {
  readonly id: string;
  readonly version: string;
  readonly document: LensDocument;
  readonly pillars: readonly { readonly id: string; readonly name: string }[];
  /** In lifecycle order; empty for a lens without phases. */
  readonly phases: readonly LensPhase[];
  /** In file order. */
  readonly questions: readonly CompiledQuestion[];
  question(id: string): CompiledQuestion | undefined;
}

/** What a practice weighs by the risk of not having it. */
const PRACTICE_WEIGHTS = { HIGH: 3, MEDIUM: 2, LOW: 1 } as const;

const NONE_ANNOUNCED: ReadonlySet<string> = new Set();

const RISK_OF = {
  HIGH_RISK: 'HIGH',
  MEDIUM_RISK: 'MEDIUM',
  NO_RISK: 'NONE',
} as const;

/**
 * Makes one valid question ready for scoring.
 *
 * @param parse - how conditions are read, for callers that have read them
 * @throws RuleSyntaxError when a condition does not follow the grammar
 * @public
 */
export function compileQuestion(
  question: LensQuestion,
  pillarId: string,
  parse: (condition: string) => RuleNode = parseRule,
): CompiledQuestion {
  const choices = new Map(question.choices.map(choice => [choice.id, choice]));
  const none = question.choices.find(choice => isNoneOfThese(choice.id));
  return {
    id: question.id,
    pillarId,
    phaseId: question.phase ?? null,
    weight: question.weight ?? 1,
    title: question.title,
    choices: question.choices,
    choice: id => choices.get(id),
    practices: question.choices
      .filter(({ id }) => !isNoneOfThese(id))
      .map(({ id, riskLevel }) => ({
        id,
        weight: riskLevel ? PRACTICE_WEIGHTS[riskLevel] : 1,
      })),
    announced: NONE_ANNOUNCED,
    noneOfTheseId: none?.id ?? null,
    rules: question.riskRules.map(rule => ({
      node: parse(rule.condition),
      risk: RISK_OF[rule.risk],
    })),
    source: question,
  };
}

/**
 * Makes a valid document ready for scoring. Documents that `parseLens` gave
 * without errors always compile.
 *
 * @param document - the document; it is referred to, not copied
 * @param ref - the id and version under which the lens is stored
 * @throws RuleSyntaxError when a condition does not follow the grammar
 * @public
 */
export function compileLens(
  document: LensDocument,
  ref: { id: string; version: string },
): CompiledLens {
  const questions = document.pillars.flatMap(pillar =>
    pillar.questions.map(question => compileQuestion(question, pillar.id)),
  );
  const byId = new Map(questions.map(question => [question.id, question]));
  return {
    id: ref.id,
    version: ref.version,
    document,
    pillars: document.pillars.map(({ id, name }) => ({ id, name })),
    phases: document.phases ?? [],
    questions,
    question: id => byId.get(id),
  };
}
