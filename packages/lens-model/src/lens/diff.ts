// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDiff } from './LensDiff';
import { parseRule } from '../rules/parse';
import { printRule } from '../rules/print';
import type {
  LensChoice,
  LensDocument,
  LensPhase,
  LensQuestion,
} from './document';
import type { CompiledLens } from './compile';
import { sameData } from './sameData';

type Change = LensDiff['changes'][number];

/** A question with the pillar it stands in. */
interface Placed {
  question: LensQuestion;
  pillarId: string;
}

/**
 * What changed from one version of a lens to another, in the order of the
 * newer one with removals at the end of each kind.
 *
 * A question is MOVED when its pillar or phase changed, or the phase from which
 * it is due; so is a practice that is due from another, or counts from another
 * day. RULES_CHANGED means
 * that answers may be judged differently: other rules, or another weight
 * (rules that differ only in how they are written are the same). The
 * difference is major when a question or choice was added, removed, moved or
 * is judged differently, that is, when reviewers must look again.
 *
 * @public
 */
export function diffLenses(
  before: Pick<CompiledLens, 'version' | 'document'>,
  after: Pick<CompiledLens, 'version' | 'document'>,
): LensDiff {
  const changes = [
    ...diffHead(before.document, after.document),
    ...diffPillars(before.document, after.document),
    ...diffPhases(before.document, after.document),
    ...diffQuestions(before.document, after.document),
  ];
  return {
    from: before.version,
    to: after.version,
    major: changes.some(
      ({ kind, target }) =>
        (target === 'question' || target === 'choice') && kind !== 'REWORDED',
    ),
    changes,
  };
}

function diffHead(before: LensDocument, after: LensDocument): Change[] {
  const about = { target: 'lens', title: after.name } as const;
  const changes: Change[] = [];
  const texts = firstDifference(before, after, ['name', 'description']);
  const others = ['services', 'stackLayers', 'gates', 'locales'];
  if (texts || firstDifference(before, after, others)) {
    changes.push({ kind: 'REWORDED', ...about, ...texts });
  }
  if (!sameData(before.levels, after.levels)) {
    const say = ({ levels = [] }: LensDocument) =>
      levels.map(({ name, from }) => `${name} ≥ ${from}`).join('\n');
    changes.push({
      kind: 'RULES_CHANGED',
      ...about,
      before: say(before),
      after: say(after),
    });
  }
  return changes;
}

function diffPillars(before: LensDocument, after: LensDocument): Change[] {
  return diffById(before.pillars, after.pillars, {
    about: ({ id, name }) => ({ target: 'pillar', pillarId: id, title: name }),
    changed: (old, now) => reworded(old, now, ['name']),
  });
}

function diffPhases(before: LensDocument, after: LensDocument): Change[] {
  return diffById<LensPhase>(before.phases ?? [], after.phases ?? [], {
    about: ({ name }) => ({ target: 'phase', title: name }),
    changed: (old, now) =>
      reworded(old, now, [
        'name',
        'description',
        'crispDm',
        'activities',
        'services',
      ]),
  });
}

function diffQuestions(before: LensDocument, after: LensDocument): Change[] {
  const place = ({ pillars }: LensDocument) =>
    pillars.flatMap(({ id, questions }) =>
      questions.map(question => ({ id: question.id, question, pillarId: id })),
    );
  return diffById<Placed & { id: string }>(place(before), place(after), {
    about: ({ question, pillarId }) => ({
      target: 'question',
      pillarId,
      questionId: question.id,
      title: question.title,
    }),
    changed: (old, now) => [
      ...moved(old, now),
      ...reworded(old.question, now.question, [
        'title',
        'description',
        'helpfulResource',
        'crispDm',
      ]),
      ...judgedDifferently(old.question, now.question),
    ],
    inside: (old, now) => diffChoices(old, now),
  });
}

function diffChoices(before: Placed, after: Placed): Change[] {
  const { pillarId, question } = after;
  return diffById<LensChoice>(before.question.choices, question.choices, {
    about: ({ id, title }) => ({
      target: 'choice',
      pillarId,
      questionId: question.id,
      choiceId: id,
      title,
    }),
    changed: (old, now) => [
      ...dueElsewhere(old, now),
      ...reworded(old, now, [
        'title',
        'description',
        'helpfulResource',
        'improvementPlan',
        'additionalResources',
      ]),
    ],
  });
}

type Difference = Pick<Change, 'kind' | 'before' | 'after'>;

function diffById<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  rules: {
    about(item: T): Omit<Change, 'kind' | 'before' | 'after'>;
    changed(old: T, now: T): Difference[];
    inside?(old: T, now: T): Change[];
  },
): Change[] {
  const old = new Map(before.map(item => [item.id, item]));
  const kept = new Set(after.map(item => item.id));
  const changes = after.flatMap((item): Change[] => {
    const earlier = old.get(item.id);
    const about = rules.about(item);
    return earlier
      ? [
          ...rules
            .changed(earlier, item)
            .map(change => ({ ...about, ...change })),
          ...(rules.inside?.(earlier, item) ?? []),
        ]
      : [{ kind: 'ADDED', ...about }];
  });
  const removed = before
    .filter(item => !kept.has(item.id))
    .map((item): Change => ({ kind: 'REMOVED', ...rules.about(item) }));
  return [...changes, ...removed];
}

function reworded(old: object, now: object, keys: string[]): Difference[] {
  const difference = firstDifference(old, now, keys);
  return difference ? [{ kind: 'REWORDED', ...difference }] : [];
}

/** The first of some keys that differs, with its texts where it has any. */
function firstDifference(
  old: object,
  now: object,
  keys: string[],
): { before?: string; after?: string } | undefined {
  const was = new Map(Object.entries(old));
  const is = new Map(Object.entries(now));
  const key = keys.find(name => !sameData(was.get(name), is.get(name)));
  if (key === undefined) {
    return undefined;
  }
  return sides(textOf(was.get(key)), textOf(is.get(key)));
}

function sides(before: string | undefined, after: string | undefined) {
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** What is said of the older and of the newer one, where it is not the same. */
function saidOtherwise<T>(
  kind: Change['kind'],
  say: (item: T) => string | undefined,
  old: T,
  now: T,
): Difference[] {
  const [before, after] = [say(old), say(now)];
  return before === after ? [] : [{ kind, ...sides(before, after) }];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (Array.isArray(value)) {
    const texts = value.filter(item => typeof item === 'string');
    return texts.length ? texts.join('\n') : undefined;
  }
  const { displayText } = (value ?? {}) as { displayText?: unknown };
  return typeof displayText === 'string' ? displayText : undefined;
}

function moved(old: Placed, now: Placed): Difference[] {
  const say = ({ pillarId, question: { phase, dueFrom = phase } }: Placed) =>
    [
      pillarId,
      ...(phase === undefined ? [] : [phase]),
      ...(dueFrom === phase ? [] : [`due from ${dueFrom}`]),
    ].join(' / ');
  return saidOtherwise('MOVED', say, old, now);
}

function judgedDifferently(old: LensQuestion, now: LensQuestion): Difference[] {
  const say = ({ riskRules, weight = 1 }: LensQuestion) =>
    [
      ...riskRules.map(
        ({ condition, risk }) => `${risk}: ${printRule(parseRule(condition))}`,
      ),
      ...(weight === 1 ? [] : [`weight: ${weight}`]),
    ].join('\n');
  return saidOtherwise('RULES_CHANGED', say, old, now);
}

/** A practice that is due from another phase, or counts from another day. */
function dueElsewhere(old: LensChoice, now: LensChoice): Difference[] {
  const say = ({ countsFrom, dueFrom }: LensChoice) =>
    [
      ...(dueFrom === undefined ? [] : [`due from ${dueFrom}`]),
      ...(countsFrom === undefined ? [] : [`counts from ${countsFrom}`]),
    ].join(', ') || undefined;
  return saidOtherwise('MOVED', say, old, now);
}
