// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { CliError } from '../../errors';

const pattern = z.string().min(1).max(500).refine(isPattern, 'is no pattern');

/** A condition holds where a fact has one of the names and its line matches. */
const conditionSchema = z.strictObject({
  /** Names of facts; `*` stands for any part of a name. */
  anyOf: z.array(z.string().min(1)).min(1),
  /** Regular expression that the line matches, whatever its case. */
  match: pattern.optional(),
  /** Regular expression that the path of the file matches. */
  path: pattern.optional(),
});

const ruleSchema = z.strictObject({
  question: z.string().min(1).max(128),
  choice: z.string().min(1).max(128),
  /** One sentence: what shows that the practice is in place. */
  note: z.string().min(1).max(300),
  /** How sure it is, 0..1, that the practice is in place where it holds. */
  confidence: z.number().min(0).max(1),
  /** Whether all must hold in one file. */
  sameFile: z.boolean().optional(),
  /** All must hold; each gives a citation. */
  when: z.array(conditionSchema).min(1).max(5),
});

const scanRulesSchema = z.strictObject({
  /** Id of the lens. */
  lens: z.string().min(1).max(128),
  rules: z.array(ruleSchema).max(1000),
});

/** What shows, in a repository, that practices of a lens are in place. */
export type ScanRules = z.infer<typeof scanRulesSchema>;
export type ScanRule = ScanRules['rules'][number];
export type Condition = ScanRule['when'][number];

/** @throws CliError with everything that cannot be used */
export function checkRules(given: unknown, name: string): ScanRules {
  const parsed = scanRulesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`,
  );
  throw new CliError(`${name} is no file of rules:\n${problems.join('\n')}`);
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'i'));
  } catch {
    return false;
  }
}
