// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { choiceId, choicesOf, ML_LENS, PHASES } from './lenses.mjs';

/** Risk of a question under the built-in lens: what the stories are tuned by. */
function riskOf(question, answer) {
  if (!answer) return 'UNANSWERED';
  if (answer.notApplicable) return 'NOT_APPLICABLE';
  if (answer.selectedChoices.length === 0) return 'UNANSWERED';
  const { choices, enough } = choicesOf(question);
  const done = new Set([
    ...answer.selectedChoices,
    ...(answer.notApplicableChoices ?? []).map(choice => choice.choiceId),
  ]);
  const has = number => done.has(choiceId(question, number));
  if (choices.every(has)) return 'NONE';
  return enough(has) ? 'MEDIUM' : 'HIGH';
}

/** Score, coverage, level and phase states at an instant. */
export function evaluate({ events, lens }, at = '9999') {
  const answers = new Map();
  for (const event of events) {
    if (event.type === 'answer' && event.at <= at) {
      answers.set(event.question, event);
    }
  }
  const risks = Object.entries(lens.questions).map(([id, [phase]]) => ({
    phase,
    risk: riskOf(id, answers.get(id)),
  }));
  const applicable = risks.filter(({ risk }) => risk !== 'NOT_APPLICABLE');
  const count = risk => applicable.filter(entry => entry.risk === risk).length;
  const points = count('NONE') + count('MEDIUM') / 2;
  const score = Math.round((100 * points) / applicable.length);
  const coverage = 1 - count('UNANSWERED') / applicable.length;
  const high = count('HIGH');
  const levels = ['Initial', 'Developing', 'Defined', 'Managed'];
  let level = levels[[25, 50, 75].filter(from => score >= from).length];
  if (score >= 90 && high === 0) level = 'Optimizing';
  if (coverage < 0.5) level = 'Not assessed';
  const phases = (lens === ML_LENS ? PHASES : [])
    .map(phase => {
      const own = applicable.filter(entry => entry.phase === phase);
      const open = own.filter(entry => entry.risk === 'UNANSWERED').length;
      if (open === own.length) return '.';
      if (open > 0) return 'p';
      return own.some(entry => entry.risk === 'HIGH') ? '!' : 'C';
    })
    .join('');
  return { score, coverage, level, high, phases };
}
