// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { LensGate } from '../lens/document';
import type { AnswerState } from '../model';
import { evaluateAnswer } from '../scoring/risk';
import { readinessOf } from '../scoring/readiness';
import { scheduleOf } from '../scoring/dueSchedule';

/**
 * What a gate can ask for.
 * @public
 */
export const GATE_REQUIREMENTS = [
  'NO_HIGH',
  'COVERAGE',
  'PRACTICE',
  'EVIDENCE_FRESH',
  'MAX_WAIVERS',
] as const;

/**
 * One thing a gate asks for, and whether it is so.
 * @public
 */
export interface GateRequirement {
  kind: (typeof GATE_REQUIREMENTS)[number];
  met: boolean;
  /** The limit: a coverage 0..1, or how many there may be. */
  needed: number;
  /** What it is compared with; of a practice 1 where it is in place. */
  found: number;
  /** Questions in the way, in the order of the lens. */
  questionIds: string[];
  /** The practice that is asked for. */
  choiceId?: string;
}

/**
 * What is known beside the answers when a gate is looked at.
 * @public
 */
export interface GateFacts {
  stateOf: (questionId: string) => AnswerState | undefined;
  /** Questions whose risk is accepted. */
  waived: readonly string[];
  /** Evidence that is out of date, or that an answer contradicts. */
  evidence: readonly {
    questionId: string;
    stale: boolean;
    contradictsAnswer: boolean;
  }[];
}

/**
 * What a gate asks for, and whether it is so: of what is due by the phase the
 * gate ends, and of nothing later. The same facts give the same answer.
 *
 * @public
 */
export function evaluateGate(
  lens: CompiledLens,
  { phase, require }: Pick<LensGate, 'phase' | 'require'>,
  facts: GateFacts,
): GateRequirement[] {
  const schedule = scheduleOf(lens);
  const now = schedule.placeOf(phase);
  const due = lens.questions.filter(
    question => schedule.question(question) <= now,
  );
  const riskOf = (question: CompiledQuestion) =>
    evaluateAnswer(question, facts.stateOf(question.id)).risk;
  const requirements: GateRequirement[] = [];
  const waived = new Set(facts.waived);
  if (require.noHigh) {
    const high = due.filter(
      question => !waived.has(question.id) && riskOf(question) === 'HIGH',
    );
    requirements.push(atMost('NO_HIGH', 0, high));
  }
  if (require.coverage !== undefined) {
    const { coverage } = readinessOf(lens, facts.stateOf, phase).due;
    requirements.push({
      kind: 'COVERAGE',
      met: coverage >= require.coverage,
      needed: require.coverage,
      found: coverage,
      questionIds: due
        .filter(question => riskOf(question) === 'UNANSWERED')
        .map(({ id }) => id),
    });
  }
  for (const name of require.practices ?? []) {
    requirements.push(practice(lens, name, facts));
  }
  if (require.evidenceFresh) {
    const doubtful = new Set(
      facts.evidence
        .filter(({ stale, contradictsAnswer }) => stale || contradictsAnswer)
        .map(({ questionId }) => questionId),
    );
    requirements.push(
      atMost(
        'EVIDENCE_FRESH',
        0,
        due.filter(({ id }) => doubtful.has(id)),
      ),
    );
  }
  if (require.maxWaivers !== undefined) {
    requirements.push(
      atMost(
        'MAX_WAIVERS',
        require.maxWaivers,
        due.filter(({ id }) => waived.has(id)),
      ),
    );
  }
  return requirements;
}

function atMost(
  kind: GateRequirement['kind'],
  needed: number,
  questions: readonly CompiledQuestion[],
): GateRequirement {
  return {
    kind,
    met: questions.length <= needed,
    needed,
    found: questions.length,
    questionIds: questions.map(({ id }) => id),
  };
}

/** A practice counts where it is in place, or does not apply. */
function practice(
  lens: CompiledLens,
  name: string,
  { stateOf }: GateFacts,
): GateRequirement {
  const found = practiceOf(lens, name);
  const state = found && stateOf(found.questionId);
  const isThere =
    found !== undefined &&
    // What is announced is asked for from its day on.
    (lens.question(found.questionId)?.announced.has(found.choiceId) ||
      state?.notApplicable ||
      state?.selectedChoices.includes(found.choiceId) ||
      state?.notApplicableChoices.some(
        ({ choiceId }) => choiceId === found.choiceId,
      ));
  return {
    kind: 'PRACTICE',
    met: Boolean(isThere),
    needed: 1,
    found: isThere ? 1 : 0,
    questionIds: found ? [found.questionId] : [],
    choiceId: found?.choiceId ?? name,
  };
}

/**
 * The practice a gate names, as `question/choice` or by a choice id that is
 * used once; undefined where the lens has none such.
 */
export function practiceOf(
  lens: CompiledLens,
  name: string,
): { questionId: string; choiceId: string } | undefined {
  const [first, second] = name.split('/');
  const choiceId = second ?? first;
  const questions = lens.questions.filter(
    question =>
      (second === undefined || question.id === first) &&
      question.choice(choiceId),
  );
  return questions.length === 1
    ? { questionId: questions[0].id, choiceId }
    : undefined;
}

/**
 * The gates of a lens: its own, and those of a company for the phases it has.
 * One of the company takes the place of the lens's with its id.
 *
 * @public
 */
export function gatesOf(
  lens: CompiledLens,
  others: readonly (LensGate & { lenses?: string[] })[] = [],
): LensGate[] {
  const theirs = others.filter(
    ({ lenses, phase }) =>
      (!lenses || lenses.includes(lens.id)) &&
      lens.phases.some(({ id }) => id === phase),
  );
  const gates = [
    ...(lens.document.gates ?? []).map(
      gate => theirs.find(({ id }) => id === gate.id) ?? gate,
    ),
    ...theirs.filter(
      ({ id }) => !lens.document.gates?.some(gate => gate.id === id),
    ),
  ];
  const place = ({ phase }: LensGate) =>
    lens.phases.findIndex(({ id }) => id === phase);
  return gates.sort((a, b) => place(a) - place(b));
}
