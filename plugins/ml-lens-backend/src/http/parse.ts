// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { NUL_MESSAGE, pathOfNul } from '@ml-lens/lens-model/schemas';
import type { z } from 'zod';

/**
 * Parses with a schema of the contract.
 *
 * Throws InputError whose message names every bad field and what is wrong.
 */
export function parseWith<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: 'query' | 'body',
): z.output<T> {
  const nul = pathOfNul(value);
  if (nul) {
    throw new InputError(
      `Invalid ${where}: ${nulMessage(fieldName(nul, where))}`,
    );
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.flatMap(issue =>
      describeIssue(issue, where),
    );
    throw new InputError(`Invalid ${where}: ${problems.join('; ')}`);
  }
  return result.data;
}

/**
 * Path parameters as express decoded them.
 *
 * Throws InputError for a NUL character, which no database text can hold.
 */
export function parseParams(
  params: Record<string, string>,
): Record<string, string> {
  for (const [name, value] of Object.entries(params)) {
    if (value.includes('\u0000')) {
      throw new InputError(`Invalid path: ${nulMessage(name)}`);
    }
  }
  return { ...params };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  where: string,
  base: PropertyKey[] = [],
): string[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The branch that got furthest says best what is wrong.
    const branches = issue.errors.filter(branch => branch.length > 0);
    const best = branches.sort((a, b) => deepest(b) - deepest(a))[0];
    if (best) {
      return best.flatMap(inner => describeIssue(inner, where, path));
    }
  }
  return [`${fieldName(path, where)}: ${issue.message}`];
}

function deepest(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map(issue => issue.path.length));
}

function fieldName(path: PropertyKey[], where: string): string {
  if (path.length === 0) {
    return where;
  }
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') {
      return `${name}[${part}]`;
    }
    return name ? `${name}.${String(part)}` : String(part);
  }, '');
}

function nulMessage(field: string): string {
  return `${field}: ${NUL_MESSAGE}`;
}
