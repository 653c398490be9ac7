// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS, type LensDocument } from './document';

/**
 * Keys of the ML Lens superset, which the importer of the AWS tool does not
 * know. Other unknown keys (`_version`, `_teams`, …) occur in published AWS
 * files and stay.
 */
const SUPERSET = {
  lens: new Set([
    '$schema',
    'id',
    'version',
    'locales',
    'phases',
    'services',
    'stackLayers',
    'levels',
    'gates',
  ]),
  question: new Set(['phase', 'dueFrom', 'weight', 'confirm', 'crispDm']),
  choice: new Set(['origin', 'riskLevel', 'dueFrom', 'countsFrom']),
};

/**
 * The lens as a file: pretty-printed JSON that ends with a line break, but for
 * an `aws` file that would be larger so than AWS takes, which is compact.
 *
 * @param document - a valid document
 * @param format - `ml-lens` loses nothing: importing the text again gives an
 * equal document with every list in the same order. `aws` leaves out what AWS
 * custom lenses do not have.
 * @public
 */
export function exportLens(
  document: LensDocument,
  format: 'aws' | 'ml-lens',
): string {
  const content = format === 'aws' ? toAws(document) : document;
  const readable = `${JSON.stringify(content, null, 2)}\n`;
  return format === 'ml-lens' || sizeOf(readable) <= LENS_LIMITS.documentBytes
    ? readable
    : JSON.stringify(content);
}

/** Bytes of a text in UTF-8, which is what files are measured in. */
function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function toAws(document: LensDocument): object {
  return mapKeys(document, SUPERSET.lens, {
    description: plainText(document.description),
    pillars: document.pillars.map(pillar =>
      mapKeys(pillar, new Set(), {
        questions: pillar.questions.map(question =>
          mapKeys(question, SUPERSET.question, {
            choices: question.choices.map(choice =>
              mapKeys(choice, SUPERSET.choice, {}),
            ),
          }),
        ),
      }),
    ),
  });
}

/**
 * Markdown as the AWS tool shows it, which is letter by letter: links as their
 * words with the address behind, emphasis without its marks.
 */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/\*\*([^*]+)\*\*/g, '$1');
}

/** A copy in the same key order without some keys and with others replaced. */
function mapKeys(
  source: object,
  dropped: ReadonlySet<string>,
  replaced: Readonly<Record<string, unknown>>,
): object {
  return Object.fromEntries(
    Object.entries(source)
      .filter(([key]) => !dropped.has(key))
      .map(([key, value]) => [
        key,
        Object.hasOwn(replaced, key) ? replaced[key] : value,
      ]),
  );
}
