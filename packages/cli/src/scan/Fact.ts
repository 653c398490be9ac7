// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Something a repository says, and where. Names are paths: `dependency/pandera`,
 * `terraform/aws_sagemaker_endpoint`, `model-card/metrics`.
 */
export interface Fact {
  name: string;
  path: string;
  /** From 1. */
  line: number;
  /** The line as it stands there. */
  quote: string;
}

/** Longest line that is looked at and quoted, in characters. */
export const MAX_LINE = 400;

/** The lines of a text with their numbers. */
export function* linesOf(text: string): Generator<[number, string]> {
  let line = 1;
  for (const each of text.split('\n')) {
    yield [line, each.slice(0, MAX_LINE).trimEnd()];
    line += 1;
  }
}

/** A fact for each line that a pattern finds; `name` makes its name. */
export function factsOfLines(
  { path, text }: { path: string; text: string },
  pattern: RegExp,
  name: (match: RegExpExecArray) => string | undefined,
): Fact[] {
  const facts: Fact[] = [];
  for (const [line, quote] of linesOf(text)) {
    const match = pattern.exec(quote);
    const called = match ? name(match) : undefined;
    if (called !== undefined && quote.trim() !== '') {
      facts.push({ name: called, path, line, quote: quote.trim() });
    }
  }
  return facts;
}

/** Where a text first stands in a file; the first line where it does not. */
export function lineWith(
  text: string,
  pattern: RegExp,
): { line: number; quote: string } {
  for (const [line, quote] of linesOf(text)) {
    if (pattern.test(quote)) return { line, quote: quote.trim() };
  }
  const [[line, quote]] = linesOf(text);
  return { line, quote: quote.trim() };
}

/** A text that is no pattern. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
