// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parse as parseToml } from 'smol-toml';
import { type Fact, factsOfLines, linesOf, lineWith, literal } from '../Fact';
import type { SourceFile } from '../walk';
import type { Reader } from './Reader';

/** The name of a requirement, as package indexes compare names. */
function packageOf(requirement: string): string | undefined {
  const match = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(requirement);
  return match?.[1].toLowerCase().replace(/[._]+/g, '-');
}

const dependency = (name: string | undefined) =>
  name === undefined ? undefined : `dependency/${name}`;

/** `requirements.txt` and its kin: a package a line. */
export const requirements: Reader = {
  wants: path => /(^|\/)requirements[\w.-]*\.(txt|in)$/.test(path),
  read: file =>
    factsOfLines(file, /^\s*[A-Za-z0-9]/, ({ input }) =>
      dependency(packageOf(input)),
    ),
};

/** Names below the tables of `pyproject.toml` that say what is needed. */
function namesOf(document: any): string[] {
  const lists = [
    document?.project?.dependencies,
    ...Object.values(document?.project?.['optional-dependencies'] ?? {}),
    ...Object.values(document?.['dependency-groups'] ?? {}),
  ].filter(Array.isArray);
  const poetry = document?.tool?.poetry;
  const tables = [
    poetry?.dependencies,
    ...Object.values(poetry?.group ?? {}).map(
      (group: any) => group?.dependencies,
    ),
  ].filter(table => table && typeof table === 'object');
  return [
    ...lists.flat().filter((one): one is string => typeof one === 'string'),
    ...tables.flatMap(table => Object.keys(table)),
  ];
}

/** `pyproject.toml`, of any tool that writes its dependencies there. */
export const pyproject: Reader = {
  wants: path => /(^|\/)pyproject\.toml$/.test(path),
  read({ path, text }) {
    return namesOf(parseToml(text)).flatMap((given): Fact[] => {
      const name = dependency(packageOf(given));
      const own = packageOf(given);
      if (!name || !own) return [];
      // As it is written, whichever way its parts are joined.
      const pattern = new RegExp(literal(own).replaceAll('-', '[-_.]'), 'i');
      return [{ name, path, ...lineWith(text, pattern) }];
    });
  },
};

/**
 * Only those at the beginning of a line: what is imported behind a switch, or
 * tried and done without, need not be in use.
 */
const IMPORT = /^(?:from|import)\s+([A-Za-z_]\w*)/;
/** Calls and settings, not comments and words. */
const CODE = /^\s*[^\s#'"].*\w\s*[(=]/;

/** What Python code imports, and those of its lines that are asked for. */
function pythonFacts({ path, text }: SourceFile, lines: RegExp): Fact[] {
  const hasLines = lines.test(text);
  const facts: Fact[] = [];
  for (const [line, content] of linesOf(text)) {
    const quote = content.trim();
    const module = IMPORT.exec(content)?.[1];
    if (module) {
      facts.push({ name: `import/${module}`, path, line, quote });
    } else if (hasLines && CODE.test(content) && lines.test(content)) {
      facts.push({ name: 'python/line', path, line, quote });
    }
  }
  return facts;
}

export const python: Reader = {
  // What tests call is called to be tested.
  wants: path =>
    path.endsWith('.py') && !/(^|\/)(tests?\/|test_|conftest)/.test(path),
  read: pythonFacts,
};

/** The code of a notebook; its outputs say nothing. */
export const notebook: Reader = {
  wants: path => path.endsWith('.ipynb'),
  read({ path, text }, lines) {
    const { cells } = JSON.parse(text);
    if (!Array.isArray(cells)) return [];
    const code = cells
      .filter(cell => cell?.cell_type === 'code')
      .map(({ source }) => (Array.isArray(source) ? source.join('') : source))
      .filter((source): source is string => typeof source === 'string')
      .join('\n');
    return pythonFacts({ path, text: code }, lines).map(fact => ({
      ...fact,
      name: fact.name.replace('python/', 'notebook/'),
      // Where the line stands in the file, not in its code.
      line: lineWith(
        text,
        new RegExp(literal(JSON.stringify(fact.quote).slice(1, -1))),
      ).line,
    }));
  },
};
