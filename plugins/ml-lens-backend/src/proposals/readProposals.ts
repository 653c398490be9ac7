// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { proposedAnswerSchema } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { checkAnswer, type CompiledLens } from '@ml-lens/lens-model';
import type { ProposedAnswer } from '@ml-lens/lens-model/proposals';
import { z } from 'zod';

/** What is wrong with a call that proposes. */
export interface ProposalProblem {
  /** JSON pointer into the body. */
  pointer: string;
  code:
    | 'INVALID'
    | 'UNKNOWN_QUESTION'
    | 'UNKNOWN_CHOICE'
    | 'INVALID_ANSWER'
    | 'DUPLICATE_KEY'
    | 'DUPLICATE_QUESTION'
    | 'KEY_TAKEN'
    | 'STALE';
  message: string;
}

/** One of the proposals of a call, by its place; bad ones have no value. */
export interface SentProposal {
  index: number;
  value: ProposedAnswer | undefined;
}

const bodySchema = z.object({
  proposals: z.array(z.unknown()).min(1).max(200),
});

/**
 * The proposals of a body, and every problem of their shapes. Nothing is known
 * of the lens yet.
 *
 * @throws InputError where there is no list of proposals at all
 */
export function readProposals(body: unknown): {
  sent: SentProposal[];
  problems: ProposalProblem[];
} {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(
      `Invalid body: ${parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
        .join('; ')}`,
    );
  }
  const problems: ProposalProblem[] = [];
  const sent = parsed.data.proposals.map((item, index) => {
    const result = proposedAnswerSchema.safeParse(item);
    if (!result.success) {
      for (const { path, message } of flattened(result.error.issues)) {
        problems.push({
          pointer: pointerTo(index, ...path),
          code: 'INVALID',
          message,
        });
      }
    }
    return { index, value: result.data };
  });
  problems.push(...repeated(sent));
  return { sent, problems };
}

/** What is wrong with proposals for a lens: questions and choices it lacks. */
export function problemsWith(
  lens: CompiledLens,
  sent: readonly SentProposal[],
): ProposalProblem[] {
  return sent.flatMap(({ index, value }): ProposalProblem[] => {
    if (!value) {
      return [];
    }
    const question = lens.question(value.questionId);
    if (!question) {
      return [
        {
          pointer: pointerTo(index, 'questionId'),
          code: 'UNKNOWN_QUESTION',
          message: `the lens '${lens.id}' version '${lens.version}' has no question '${value.questionId}'`,
        },
      ];
    }
    const answer = checkAnswer(question, {
      selectedChoices: value.selectedChoices,
      notApplicableChoices: value.notApplicableChoices ?? [],
    });
    return [
      ...answer.map(({ path, message }) => ({
        pointer: pointerTo(index, ...path.split('.')),
        code: 'INVALID_ANSWER' as const,
        message,
      })),
      ...value.citations.flatMap(({ choiceId }, place) =>
        choiceId === undefined || question.choice(choiceId)
          ? []
          : [
              {
                pointer: pointerTo(index, 'citations', place, 'choiceId'),
                code: 'UNKNOWN_CHOICE' as const,
                message: `question "${question.id}" has no choice "${choiceId}"`,
              },
            ],
      ),
    ];
  });
}

/** JSON pointer to a part of a proposal. */
export function pointerTo(index: number, ...path: PropertyKey[]): string {
  return ['', 'proposals', index, ...path]
    .map(part => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/');
}

/** What says the same of the same key is the same proposal. */
function sameProposal(one: ProposedAnswer, other: ProposedAnswer) {
  return textOf(one) === textOf(other);
}

/** A proposal as one text: fields come in the order of their schema. */
export function textOf(proposal: ProposedAnswer): string {
  return JSON.stringify(proposal);
}

/** Keys that name two things, and agents that say two things of a question. */
function repeated(sent: readonly SentProposal[]): ProposalProblem[] {
  const byKey = new Map<string, ProposedAnswer>();
  const asked = new Set<string>();
  const problems: ProposalProblem[] = [];
  for (const { index, value } of sent) {
    if (!value) {
      continue;
    }
    const first = byKey.get(value.key);
    if (first) {
      if (!sameProposal(first, value)) {
        problems.push({
          pointer: pointerTo(index, 'key'),
          code: 'DUPLICATE_KEY',
          message: `the key '${value.key}' names another proposal of this call`,
        });
      }
      continue;
    }
    byKey.set(value.key, value);
    const about = JSON.stringify([value.agent.name, value.questionId]);
    if (asked.has(about)) {
      problems.push({
        pointer: pointerTo(index, 'questionId'),
        code: 'DUPLICATE_QUESTION',
        message: `'${value.agent.name}' proposes for '${value.questionId}' in this call already`,
      });
    }
    asked.add(about);
  }
  return problems;
}

/** Of alternatives, what is wrong with the one that fits best. */
function flattened(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[] = [],
): { path: PropertyKey[]; message: string }[] {
  return issues.flatMap(issue => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') {
      const [best] = issue.errors
        .filter(branch => branch.length > 0)
        .sort((a, b) => a.length - b.length);
      if (best) {
        return flattened(best, path);
      }
    }
    return [{ path, message: issue.message }];
  });
}
