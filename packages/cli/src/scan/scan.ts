// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { isNoneOfThese, type Answer } from '@ml-lens/lens-model';
import type { Citation, ProposedAnswer } from '@ml-lens/lens-model/proposals';
import { version } from '../../package.json';
import type { Fact } from './Fact';
import { type Finding, findingsOf } from './findings';
import { factsOf, isWanted } from './readers';
import type { ScanRules } from './rules/ScanRules';
import { walk } from './walk';

/** What a repository shows. */
export interface Scanned {
  findings: Finding[];
  /** Files that were looked at. */
  files: number;
  isCut: boolean;
}

/** Any line that a rule could ask for: the others are not kept. */
function linesAskedFor({ rules }: ScanRules): RegExp {
  const patterns = rules.flatMap(({ when }) =>
    when.flatMap(({ anyOf, match }) =>
      anyOf.some(name => /line$|\*/.test(name)) ? [match ?? ''] : [],
    ),
  );
  // `^` and `$` are of a line, also where a whole file is tried.
  return new RegExp(
    patterns.length > 0
      ? patterns.map(each => `(?:${each})`).join('|')
      : '(?!)',
    'im',
  );
}

/** Looks for what rules find in a folder. Nothing in it is run. */
export async function scan(root: string, rules: ScanRules): Promise<Scanned> {
  const { files, seen, isCut } = walk(root, isWanted);
  const lines = linesAskedFor(rules);
  const facts: Fact[] = [];
  for (const file of files) {
    for (const fact of await factsOf(file, lines)) facts.push(fact);
  }
  return { findings: findingsOf(rules, facts), files: seen, isCut };
}

/**
 * Findings as proposals, one a question: what the answer selects already stays,
 * and a question that all findings are selected for needs none.
 *
 * @param answers - by question, as they stand
 */
export function proposalsOf(
  findings: readonly Finding[],
  answers: Readonly<Record<string, Answer>>,
  at: { repo: string; commit: string },
): ProposedAnswer[] {
  const byQuestion = Map.groupBy(findings, ({ question }) => question);
  return [...byQuestion].flatMap(([questionId, found]): ProposedAnswer[] => {
    const answer = answers[questionId];
    if (!answer) return [];
    const before = answer.selectedChoices.filter(id => !isNoneOfThese(id));
    const added = found.filter(({ choice }) => !before.includes(choice));
    if (added.length === 0) return [];
    const selectedChoices = [...before, ...added.map(({ choice }) => choice)];
    return [
      {
        questionId,
        selectedChoices,
        notApplicableChoices: answer.notApplicableChoices.filter(
          ({ choiceId }) => !selectedChoices.includes(choiceId),
        ),
        basedOn: answer.revision,
        agent: { name: 'ml-lens scan', version },
        citations: added
          .flatMap(finding => citationsOf(finding, at))
          .slice(0, 20),
        confidence: Math.min(...added.map(({ confidence }) => confidence)),
        key: keyOf(questionId, selectedChoices, answer.revision, at.commit),
      },
    ];
  });
}

function citationsOf(
  { choice, shownBy }: Finding,
  { repo, commit }: { repo: string; commit: string },
): Citation[] {
  return shownBy.map(({ path, line, quote }) => ({
    choiceId: choice,
    repo,
    commit,
    path,
    lines: String(line),
    quote,
  }));
}

/** The same finding at the same commit counts once. */
function keyOf(...parts: unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `scan/${hash.slice(0, 32)}`;
}
