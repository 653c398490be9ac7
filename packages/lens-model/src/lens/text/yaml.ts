// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  Node,
  parseDocument,
  visit,
} from 'yaml';
import { LENS_LIMITS } from '../document';
import { pointerSteps, pointerTo } from '../pointer';
import { LensProblemCode, Locate, ProblemList } from '../problems';
import { tooLarge } from './decode';
import { Bomb, MOST_NESTED, ParsedText } from './json';
import { LineIndex } from './lines';

const MOST_ALIASES = 100;
const MOST_SYNTAX_ERRORS = 20;
/**
 * The lexer's own marks (byte order mark, document start, flow error, scalar
 * to come): single control characters that are not in the text.
 */
const LEXER_MARKS = new Set(['\ufeff', '\u0002', '\u0018', '\u001f']);
/** "- - - x" and "? ? x" open a level per indicator without indentation. */
const COMPACT = new Set(['-', '?', ':']);
/**
 * Tokens the YAML reader is given at most: more than half a megabyte of a lens
 * has, while the same amount of nothing but punctuation would keep the reader
 * busy for minutes.
 */
const MOST_TOKENS = 75_000;

/**
 * Reads YAML 1.2 with the plain data types of JSON: no tags of its own, few
 * aliases, every key once. Undefined when the text is not that; `problems`
 * then says where and why.
 */
export function parseYamlText(
  text: string,
  problems: ProblemList,
): ParsedText | undefined {
  const lines = new LineIndex(text);
  const refuse = (code: LensProblemCode, message: string, offset: number) =>
    problems.refuse(code, message, lines.place(offset));

  const bomb = findBomb(text);
  if (bomb) {
    return refuse(bomb.code, bomb.message, bomb.offset);
  }
  let value: unknown;
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      // Not `silent`: that would also hide that there is a second document.
      logLevel: 'error',
      stringKeys: true,
      // Reported below: the library compares every key with every other.
      uniqueKeys: false,
    });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length) {
      for (const fault of faults.slice(0, MOST_SYNTAX_ERRORS)) {
        const [offset] = fault.pos;
        if (fault.code === 'RESOURCE_EXHAUSTION') {
          return refuse('NESTED_TOO_DEEPLY', nestedTooDeeply(), offset);
        }
        refuse('SYNTAX', `Not valid YAML: ${fault.message}`, offset);
      }
      return undefined;
    }
    if (reportDuplicateKeys(document, lines, problems)) {
      return undefined;
    }
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return error instanceof RangeError
      ? refuse('NESTED_TOO_DEEPLY', nestedTooDeeply(), 0)
      : refuse('SYNTAX', `Not valid YAML: ${(error as Error).message}`, 0);
  }
  const size = jsonSize(value);
  if (typeof size === 'string') {
    return refuse(size, unusable(size), 0);
  }
  if (size > LENS_LIMITS.documentBytes) {
    return refuse('TOO_LARGE', tooLarge(size), 0);
  }
  return { value, locate: locateIn(document, lines) };
}

function nestedTooDeeply(): string {
  return `The file nests mappings and lists more than ${MOST_NESTED} levels deep. A lens needs about ten.`;
}

function unusable(code: 'NESTED_TOO_DEEPLY' | 'NOT_FINITE'): string {
  return code === 'NESTED_TOO_DEEPLY'
    ? nestedTooDeeply()
    : 'The file holds a number that is infinite or not a number (.inf, .nan). Write a plain number.';
}

/**
 * Looks for texts that are small but take very long: one pass over the
 * tokens, before anything is built from them.
 */
function findBomb(text: string): Bomb | undefined {
  let tokens = 0;
  let offset = 0;
  let flow = 0;
  let compact = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MOST_TOKENS) {
      return {
        code: 'TOO_COMPLEX',
        message: `The file has more than ${MOST_TOKENS} YAML tokens, more than a lens can use. Check that it is the right file.`,
        offset,
      };
    }
    if (token === '{' || token === '[') {
      flow++;
    } else if (token === '}' || token === ']') {
      flow = Math.max(0, flow - 1);
    } else if (flow === 0 && COMPACT.has(token)) {
      compact++;
    } else if (token === '\n' || token === '\r\n') {
      compact = 0;
    }
    if (flow > MOST_NESTED || compact > MOST_NESTED) {
      return { code: 'NESTED_TOO_DEEPLY', message: nestedTooDeeply(), offset };
    }
    if (!LEXER_MARKS.has(token)) {
      offset += token.length;
    }
  }
  return undefined;
}

function reportDuplicateKeys(
  document: Document.Parsed,
  lines: LineIndex,
  problems: ProblemList,
): boolean {
  let found = false;
  visit(document, {
    Map(_, map, path) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        const name = String(isScalar(key) ? key.value : key);
        const at = (key as Node | null)?.range?.[0] ?? 0;
        const earlier = seen.get(name);
        if (earlier !== undefined) {
          found = true;
          const { line } = lines.place(earlier);
          problems.error(
            pointerTo(pointerOf([...path, map]), name),
            'DUPLICATE_KEY',
            `The key "${name}" stands twice in this mapping (the first is in line ${line}). Remove one of them.`,
            { key: name, line },
            lines.place(at),
          );
        }
        seen.set(name, at);
      }
    },
  });
  return found;
}

/** The JSON pointer of the last node of a path of the library's visitor. */
function pointerOf(path: readonly unknown[]): string {
  let pointer = '';
  path.forEach((part, i) => {
    if (isPair(part)) {
      pointer = pointerTo(
        pointer,
        String(isScalar(part.key) ? part.key.value : part.key),
      );
    } else if (isSeq(path[i - 1])) {
      const { items } = path[i - 1] as { items: unknown[] };
      pointer = pointerTo(pointer, items.indexOf(part));
    }
  });
  return pointer;
}

/**
 * Bytes of the value as JSON, aliases written out; counting ends soon after
 * the limit, so that a value that is huge only by its aliases costs nothing.
 */
function jsonSize(root: unknown): number | 'NESTED_TOO_DEEPLY' | 'NOT_FINITE' {
  const encoder = new TextEncoder();
  let size = 0;
  const add = (value: unknown, depth: number): void => {
    if (depth > MOST_NESTED) {
      throw new TypeError('NESTED_TOO_DEEPLY');
    }
    if (size > LENS_LIMITS.documentBytes) {
      return;
    }
    if (typeof value === 'string') {
      size += encoder.encode(value).length + 2;
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new TypeError('NOT_FINITE');
    } else if (typeof value !== 'object' || value === null) {
      size += String(value).length;
    } else {
      size += 2;
      for (const [key, part] of Object.entries(value)) {
        size += Array.isArray(value) ? 1 : key.length + 4;
        add(part, depth + 1);
      }
    }
  };
  try {
    add(root, 0);
    return size;
  } catch (error) {
    return (error as Error).message as 'NESTED_TOO_DEEPLY' | 'NOT_FINITE';
  }
}

function locateIn(document: Document.Parsed, lines: LineIndex): Locate {
  const keysOf = new WeakMap<object, Map<string, Node>>();
  const child = (node: unknown, step: string): unknown => {
    const target = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(target)) {
      return target.items[Number(step)];
    }
    if (!isMap(target)) {
      return undefined;
    }
    let keys = keysOf.get(target);
    if (!keys) {
      keys = new Map();
      for (const { key, value } of target.items) {
        const name = String(isScalar(key) ? key.value : key);
        keys.set(name, (value ?? key) as Node);
      }
      keysOf.set(target, keys);
    }
    return keys.get(step);
  };
  return pointer => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const step of pointerSteps(pointer) ?? []) {
      node = child(node, step);
      const range = (node as Node | undefined)?.range;
      if (!range) {
        break;
      }
      offset = range[0];
    }
    return lines.place(offset);
  };
}
