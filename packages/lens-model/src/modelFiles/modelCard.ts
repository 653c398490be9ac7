// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parse } from 'yaml';

/**
 * What a section of a model card is about.
 *
 * @public
 */
export type ModelCardSection =
  | 'intended-use'
  | 'limitations'
  | 'bias'
  | 'metrics'
  | 'training-data';

/**
 * A model card in Markdown.
 *
 * @public
 */
export interface ModelCard {
  /** Keys of the front matter that have a value, with it. */
  fields: Readonly<Record<string, unknown>>;
  /** Its first heading. */
  title?: string;
  /** Sections that say something, with the number of their line, from 1. */
  sections: readonly { section: ModelCardSection; line: number }[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Keys that only the card of a model has. */
const CARD_KEYS = ['model-index', 'base_model', 'library_name', 'pipeline_tag'];

const SECTIONS: readonly [ModelCardSection, RegExp][] = [
  ['intended-use', /intended use|uses\b|use cases/i],
  ['limitations', /limitation|out.of.scope|risks?\b/i],
  ['bias', /bias|fairness|ethical/i],
  ['metrics', /metrics|evaluation|performance/i],
  ['training-data', /training data|dataset/i],
];

/** What templates leave to be filled in. */
const LEFT_OPEN = /\[?more information needed|todo\b/i;

/**
 * Reads a Markdown file as a model card: front matter as model hubs have it, and
 * headings.
 *
 * @param path - of the file: one that is called a model card is one
 * @returns undefined for a file that is no model card
 * @throws Error where its front matter is no YAML
 *
 * @public
 */
export function readModelCard(
  text: string,
  path: string,
): ModelCard | undefined {
  const matter = FRONT_MATTER.exec(text)?.[1];
  const read: unknown = matter === undefined ? undefined : parse(matter);
  const keys: Record<string, unknown> =
    read && typeof read === 'object' ? { ...read } : {};
  if (
    !/model[-_ ]?card/i.test(path) &&
    !CARD_KEYS.some(key => keys[key] !== undefined)
  ) {
    return undefined;
  }
  const lines = withoutCode(text.split('\n'));
  const headings = lines.flatMap((content, index) => {
    const heading = /^#{1,4}\s+(.+)/.exec(content)?.[1].trim();
    return heading === undefined ? [] : [{ heading, line: index + 1 }];
  });
  const title = headings.at(0)?.heading;
  return {
    fields: Object.fromEntries(
      Object.entries(keys).filter(([, value]) => !isEmpty(value)),
    ),
    ...(title !== undefined && { title }),
    sections: headings.flatMap(({ heading, line }) => {
      const section = SECTIONS.find(([, pattern]) => pattern.test(heading));
      return section && saysSomething(lines, line)
        ? [{ section: section[0], line }]
        : [];
    }),
  };
}

/** The lines with those of code blocks empty: `#` is no heading there. */
function withoutCode(lines: readonly string[]): string[] {
  let isCode = false;
  return lines.map(line => {
    const isFence = /^\s*(```|~~~)/.test(line);
    isCode = isCode !== isFence;
    return isCode || isFence ? '' : line;
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether there is text below a heading, before the next one. */
function saysSomething(lines: readonly string[], heading: number): boolean {
  for (const content of lines.slice(heading)) {
    if (content.startsWith('#')) {
      return false;
    }
    if (/[\p{L}\p{N}]{3}/u.test(content) && !LEFT_OPEN.test(content)) {
      return true;
    }
  }
  return false;
}
