// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HistoryProblem } from './HistoryProblem';
import type { Risk } from '../model';
import { AwsReader, type AwsAnswer } from './awsReader';
import type { ParsedHistoryLine } from './parse';
import type { HistoryLine } from './HistoryLine';

type HistoryAnswer = Extract<HistoryLine, { type: 'answer' }>;

/**
 * The answers of a workload in the AWS Well-Architected Tool.
 * @public
 */
export interface ParsedAwsAnswers {
  /** One line per answered question; `line` is the document it is in. */
  lines: ParsedHistoryLine[];
  /** The id the workload has in the AWS tool, where a document says it. */
  awsWorkload: { id: string; line: number } | null;
  /** Why nothing can be imported; `line` is the document, from 1. */
  problems: HistoryProblem[];
  /** What could not be taken along, and what may be missing. */
  warnings: string[];
  /** The risks the AWS tool gives the answers, to compare with. */
  risks: { questionId: string; aws: Risk }[];
}

/**
 * Reads the answers of a workload as the AWS CLI prints them: outputs of
 * `aws wellarchitected get-answer` and `list-answers`, one or several one after
 * another, or in a list. Of a question in both, the answer with its notes is
 * taken. Questions nobody said anything about are left out. Never throws.
 *
 * Who answered and when is not in these outputs: `by` and `at` stand for all.
 *
 * Codes: `INVALID_JSON`, `NESTED_TOO_DEEPLY`, `TOO_MANY_DOCUMENTS`,
 * `NOT_AN_OBJECT`, `UNKNOWN_DOCUMENT`, `MISSING_FIELD`, `INVALID_FIELD`,
 * `MIXED_SOURCES` for documents of more than one workload, lens or milestone,
 * `DUPLICATE_QUESTION`, and `CONTRADICTORY_CHOICE`.
 *
 * @public
 */
export function parseAwsAnswers(
  text: string,
  target: { workload: string; lens: string; by: string; at: string },
): ParsedAwsAnswers {
  const reader = new AwsReader();
  reader.read(text);
  const { problems, warnings } = reader;
  const lines: ParsedHistoryLine[] = [];
  const risks: ParsedAwsAnswers['risks'] = [];
  for (const answer of reader.answers.values()) {
    const said = saidIn(answer, problems);
    if (!saysAnything(said)) {
      continue;
    }
    warnings.push(...choiceNotesLeftOut(answer));
    const { workload, lens, by, at } = target;
    lines.push({
      line: answer.line,
      value: { type: 'answer', workload, lens, by, at, ...said },
    });
    if (answer.Risk) {
      risks.push({ questionId: answer.QuestionId, aws: answer.Risk });
    }
  }
  return { lines, awsWorkload: reader.workload, problems, warnings, risks };
}

type Said = Pick<
  HistoryAnswer,
  | 'question'
  | 'selectedChoices'
  | 'notApplicableChoices'
  | 'notApplicable'
  | 'notes'
>;

function saidIn(answer: AwsAnswer, problems: HistoryProblem[]): Said {
  const { SelectedChoices = [], ChoiceAnswers = [] } = answer;
  const selected = new Set(SelectedChoices);
  const moot: Said['notApplicableChoices'] = [];
  for (const { ChoiceId, Status, Reason = 'NONE', Notes } of ChoiceAnswers) {
    if (Status === 'SELECTED') {
      selected.add(ChoiceId);
    } else if (Status === 'NOT_APPLICABLE') {
      moot.push({
        choiceId: ChoiceId,
        reason: Reason,
        ...(Notes && { notes: Notes }),
      });
    } else if (SelectedChoices.includes(ChoiceId)) {
      problems.push({
        line: answer.line,
        code: 'CONTRADICTORY_CHOICE',
        message: `question "${answer.QuestionId}": choice "${ChoiceId}" is among SelectedChoices, but its Status is UNSELECTED`,
      });
    }
  }
  return {
    question: answer.QuestionId,
    selectedChoices: [...selected],
    ...(moot.length > 0 && { notApplicableChoices: moot }),
    ...(answer.IsApplicable === false && {
      notApplicable: { reason: answer.Reason ?? 'NONE' },
    }),
    ...(answer.Notes && { notes: answer.Notes }),
  };
}

function saysAnything(said: Said): boolean {
  return (
    said.selectedChoices.length > 0 ||
    said.notApplicableChoices !== undefined ||
    said.notApplicable !== undefined ||
    said.notes !== undefined
  );
}

/** Notes on choices have a place here only where the choice does not apply. */
function choiceNotesLeftOut({ QuestionId, ChoiceAnswers = [] }: AwsAnswer) {
  return ChoiceAnswers.filter(
    ({ Status, Notes }) => Notes && Status !== 'NOT_APPLICABLE',
  ).map(
    ({ ChoiceId }) =>
      `Question "${QuestionId}": the note on choice "${ChoiceId}" is left out; only choices that do not apply have notes here`,
  );
}
