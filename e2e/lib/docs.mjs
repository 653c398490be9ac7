// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What the documents tell a stranger to type and to paste, read from them.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The fenced blocks of a document.
 *
 * @param file relative to the repository
 * @param heading only below this heading, up to the next of any level
 * @returns language and text of each, indented as its fence is not; `file`,
 * where the first line is a comment that names the file it is for
 */
export function blocksOf(file, heading) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const blocks = [];
  let section = '';
  let open;
  for (const line of lines) {
    const fence = /^( *)```(\w*)$/.exec(line);
    if (fence && !open) {
      const [, { length: indent }, language] = fence;
      open = { section, language, indent, lines: [] };
    } else if (fence) {
      blocks.push(open);
      open = undefined;
    } else if (open) {
      open.lines.push(line.slice(open.indent));
    } else {
      section = /^#+ (.+)$/.exec(line)?.[1] ?? section;
    }
  }
  const found = blocks
    .filter(block => heading === undefined || block.section === heading)
    .map(({ language, lines: [first = '', ...rest] }) => {
      const target = /^(?:\/\/|#) ([\w./-]+\/[\w.-]+)(?:, .+)?$/.exec(first);
      return target
        ? { language, file: target[1], text: `${rest.join('\n')}\n` }
        : { language, text: `${[first, ...rest].join('\n')}\n` };
    });
  if (found.length === 0) {
    throw new Error(`${file} has no block under "${heading}"`);
  }
  return found;
}

/** The commands of shell blocks, one a line, without their comments. */
export function commandsOf(blocks) {
  return blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.replace(/\\\n\s*/g, ' ').split('\n'))
    .map(line => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);
}
