// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';
import type { MlLensCollectedEvidence } from './evidence';
import type { MlLensSettings } from './settings';

/**
 * What a fact must be.
 *
 * @public
 */
export type MlLensFactTest =
  | { type: 'equals'; value: string | number | boolean }
  | { type: 'atLeast' | 'atMost'; value: number }
  | { type: 'includes'; value: string | number }
  | { type: 'within'; value: HumanDuration };

/**
 * What facts say about one practice, or about a whole question.
 *
 * @public
 */
export interface MlLensFactRule {
  /** Id of the question. */
  question: string;
  /** Id of the practice; left out for the whole question. */
  choice?: string;
  /** Tells it apart from other rules about the practice; the same for ever. */
  key: string;
  /** What is said of so many that pass, of so many that were judged. */
  title(passed: number, judged: number): string;
  /**
   * What it means when one does not pass; nothing is said where it is left out.
   */
  otherwise?: {
    verdict: MlLensCollectedEvidence['verdict'];
    title(passed: number, judged: number): string;
  };
  /** Where to see it. */
  url?: string;
  /** How long it holds after it was observed. */
  ttl: HumanDuration;
}

/**
 * Whether one thing that a rule is about passes its test.
 *
 * @public
 */
export interface MlLensFinding {
  /** Whether it is as the rule wants it. */
  passed: boolean;
  /** When it was so, RFC 3339. */
  observedAt: string;
  /** Where to see it. */
  url?: string;
}

/**
 * What a rule says of what was found: one piece of evidence, as old as the
 * oldest of what it rests on. Nothing where nothing was found.
 *
 * @public
 */
export function mlLensEvidenceOf(
  rule: MlLensFactRule,
  findings: readonly MlLensFinding[],
): MlLensCollectedEvidence[] {
  const failed = findings.filter(({ passed }) => !passed);
  const says =
    failed.length > 0
      ? rule.otherwise
      : { verdict: 'SUPPORTS' as const, title: rule.title };
  if (findings.length === 0 || !says) {
    return [];
  }
  return [
    {
      questionId: rule.question,
      choiceId: rule.choice,
      key: rule.key,
      verdict: says.verdict,
      title: says.title(findings.length - failed.length, findings.length),
      url: rule.url ?? (failed.at(0) ?? findings[0]).url,
      observedAt: new Date(
        Math.min(...findings.map(one => Date.parse(one.observedAt))),
      ).toISOString(),
      ttl: rule.ttl,
    },
  ];
}

/**
 * Whether a fact passes a test.
 *
 * @param now - milliseconds since 1970
 * @returns undefined where nothing can be said: the fact is missing, or of a
 *   kind the test is not for
 *
 * @public
 */
export function mlLensFactPasses(
  test: MlLensFactTest,
  fact: unknown,
  now: number = Date.now(),
): boolean | undefined {
  if (fact === undefined || fact === null) {
    return undefined;
  }
  switch (test.type) {
    case 'equals':
      return typeof fact === typeof test.value
        ? fact === test.value
        : undefined;
    case 'atLeast':
      return typeof fact === 'number' ? fact >= test.value : undefined;
    case 'atMost':
      return typeof fact === 'number' ? fact <= test.value : undefined;
    case 'includes':
      return Array.isArray(fact) ? fact.includes(test.value) : undefined;
    case 'within': {
      const at = typeof fact === 'string' ? Date.parse(fact) : NaN;
      return Number.isNaN(at)
        ? undefined
        : at >= now - durationToMilliseconds(test.value);
    }
    default:
      return undefined;
  }
}

const TESTS = ['equals', 'atLeast', 'atMost', 'includes', 'within'] as const;

const text = (most: number) => z.string().trim().min(1).max(most);

const ruleSchema = z.object({
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  includes: z.union([z.string(), z.number()]).optional(),
  within: z.unknown().optional(),
  lens: text(255),
  question: text(255),
  choice: text(255).optional(),
  title: text(200),
  otherwise: text(200).optional(),
  url: z
    .string()
    .max(2048)
    .regex(/^https?:\/\//i, 'must start with http:// or https://')
    .optional(),
});

/**
 * Reads a rule as portals write it: a test of a fact, the practice it is about,
 * and the words for either outcome. In a title, `{passed}` and `{judged}` stand
 * for the numbers.
 *
 * @param options - `fields`: what a rule has besides, by name, each a text; `key`
 *   makes of them what tells rules about one practice apart; `ttl`: where the
 *   rule has none
 * @throws InputError that names the key with a value that cannot be used
 *
 * @public
 */
export function readMlLensFactRule<Field extends string>(
  settings: MlLensSettings,
  options: {
    fields: readonly Field[];
    key(fields: Record<Field, string>): string;
    ttl: HumanDuration;
  },
): { rule: MlLensFactRule; test: MlLensFactTest; lens: string } & {
  fields: Record<Field, string>;
} {
  const raw = settings.raw();
  const parsed = ruleSchema.safeParse(raw);
  const own = z
    .object(Object.fromEntries(options.fields.map(name => [name, text(255)])))
    .safeParse(raw);
  const problem = own.error?.issues.at(0) ?? parsed.error?.issues.at(0);
  if (!parsed.success || !own.success) {
    throw settings.invalid(
      problem?.message ?? 'is no rule',
      problem?.path.join('.'),
    );
  }
  const { lens, question, choice, title, otherwise, url } = parsed.data;
  const fields = own.data as Record<Field, string>;
  return {
    lens,
    fields,
    test: readTest(settings, parsed.data),
    rule: {
      question,
      ...(choice !== undefined && { choice }),
      key: options.key(fields),
      title: wordsOf(title),
      ...(otherwise !== undefined && {
        otherwise: { verdict: 'CONTRADICTS', title: wordsOf(otherwise) },
      }),
      ...(url !== undefined && { url }),
      ttl: settings.optionalDuration('ttl') ?? options.ttl,
    },
  };
}

function readTest(
  settings: MlLensSettings,
  rule: z.infer<typeof ruleSchema>,
): MlLensFactTest {
  const [type, ...others] = TESTS.filter(name => rule[name] !== undefined);
  if (!type || others.length > 0) {
    throw settings.invalid(`needs one of ${TESTS.join(', ')}`);
  }
  return type === 'within'
    ? { type, value: settings.optionalDuration(type)! }
    : ({ type, value: rule[type] } as MlLensFactTest);
}

function wordsOf(title: string): MlLensFactRule['title'] {
  return (passed, judged) =>
    title
      .replaceAll('{passed}', String(passed))
      .replaceAll('{judged}', String(judged));
}
