// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Answer,
  CompiledLens,
  CompiledQuestion,
  Risk,
} from '@ml-lens/lens-model';
import { matchesText } from '../../shared/matchesText';
import type { ReviewUrl } from '../model';

export interface QuestionEntry {
  question: CompiledQuestion;
  answer: Answer;
}

export interface QuestionGroup {
  id: string;
  name: string;
  entries: QuestionEntry[];
  answered: number;
  applicable: number;
}

/**
 * The questions the URL's filters leave, grouped in lens order. The open one
 * stays whatever its answer makes of its risk and text: it is being answered.
 * Groups without a question left are dropped; progress counts the whole group,
 * since what a risk leaves of it is answered all or not at all.
 */
export function groupQuestions(
  lens: CompiledLens,
  answerOf: (questionId: string) => Answer,
  url: ReviewUrl,
  otherName: string,
): QuestionGroup[] {
  const byPhase = lens.phases.length > 0 && url.group !== 'pillar';
  const groups = new Map<string, QuestionGroup>(
    (byPhase ? lens.phases : lens.pillars).map(({ id, name }) => [
      id,
      { id, name, entries: [], answered: 0, applicable: 0 },
    ]),
  );
  const matches = ({ question, answer }: QuestionEntry) =>
    (!url.risk || answer.risk === url.risk) &&
    matchesText(question, url.q, answer.notes);
  for (const question of lens.questions) {
    const entry = { question, answer: answerOf(question.id) };
    const { risk } = entry.answer;
    if (url.pillar && question.pillarId !== url.pillar) continue;
    if (url.phase && question.phaseId !== url.phase) continue;
    const id = (byPhase ? question.phaseId : question.pillarId) ?? '';
    let group = groups.get(id);
    if (!group) {
      group = { id, name: otherName, entries: [], answered: 0, applicable: 0 };
      groups.set(id, group);
    }
    if (question.id === url.question || matches(entry)) {
      group.entries.push(entry);
    }
    if (risk !== 'NOT_APPLICABLE') {
      group.applicable++;
      if (risk !== 'UNANSWERED') group.answered++;
    }
  }
  return [...groups.values()].filter(group => group.entries.length > 0);
}

/**
 * The next question with `risk` after `fromId` in the order shown, starting
 * again from the top.
 */
export function nextQuestion(
  groups: readonly QuestionGroup[],
  fromId: string | undefined,
  matches: (risk: Risk) => boolean,
): string | undefined {
  const entries = groups.flatMap(group => group.entries);
  const from = entries.findIndex(entry => entry.question.id === fromId);
  const order = [...entries.slice(from + 1), ...entries.slice(0, from + 1)];
  return order.find(
    ({ answer, question }) => matches(answer.risk) && question.id !== fromId,
  )?.question.id;
}
