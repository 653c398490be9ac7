// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Answer,
  CompiledLens,
  CompiledQuestion,
  Risk,
} from '@ml-lens/lens-model';
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

/** Words that must all occur, ignoring case and width. */
function words(text: string) {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean);
}

function textOf({ question, answer }: QuestionEntry) {
  return [
    question.id,
    question.title,
    question.source.description,
    answer.notes,
    ...question.choices.flatMap(c => [c.id, c.title, c.description]),
  ]
    .filter(Boolean)
    .join(' ')
    .normalize('NFKC')
    .toLocaleLowerCase();
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
  const wanted = words(url.q ?? '');
  const groups = new Map<string, QuestionGroup>(
    (byPhase ? lens.phases : lens.pillars).map(({ id, name }) => [
      id,
      { id, name, entries: [], answered: 0, applicable: 0 },
    ]),
  );
  const matches = (entry: QuestionEntry) => {
    if (url.risk && entry.answer.risk !== url.risk) return false;
    if (wanted.length === 0) return true;
    const text = textOf(entry);
    return wanted.every(word => text.includes(word));
  };
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
