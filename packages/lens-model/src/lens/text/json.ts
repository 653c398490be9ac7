// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Node, ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { pointerSteps, pointerTo } from '../pointer';
import { Locate, ProblemList } from '../problems';
import { LineIndex } from './lines';

/** Deeper than any lens; keeps recursive code off the end of the stack. */
export const MOST_NESTED = 64;
const MOST_SYNTAX_ERRORS = 20;
/** Separated values; a full lens has about a quarter of them. */
const MOST_VALUES = 30_000;

/** What a text holds, and where in the text each part of it stands. */
export interface ParsedText {
  value: unknown;
  locate: Locate;
}

/**
 * Reads strict JSON: no comments, no trailing commas, no `NaN`. Undefined
 * when the text is not JSON; `problems` then says where and why. A key that
 * stands twice in an object is a warning: the last one counts.
 */
export function parseJsonText(
  text: string,
  problems: ProblemList,
): ParsedText | undefined {
  const lines = new LineIndex(text);
  const bomb = findBomb(text);
  if (bomb) {
    const place = lines.place(bomb.offset);
    return problems.refuse(bomb.code, bomb.message, place);
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  if (errors.length) {
    reportSyntax(text, errors, lines, problems);
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Should the two readers ever disagree, the stricter one is right.
    return problems.refuse(
      'SYNTAX',
      `Not valid JSON: ${(error as Error).message}`,
    );
  }
  if (root) {
    reportDuplicateKeys(root, lines, problems);
  }
  return { value, locate: root ? locateIn(root, lines) : () => undefined };
}

/** Something small that takes long or overflows the stack of its reader. */
export interface Bomb {
  code: 'NESTED_TOO_DEEPLY' | 'TOO_COMPLEX';
  message: string;
  offset: number;
}

function findBomb(text: string): Bomb | undefined {
  let depth = 0;
  let values = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 0x5c /* \ */) {
        i++;
      } else if (char === 0x22 /* " */ || char === 0x0a) {
        inString = false;
      }
    } else if (char === 0x22) {
      inString = true;
    } else if (char === 0x7b /* { */ || char === 0x5b /* [ */) {
      if (++depth > MOST_NESTED) {
        return {
          code: 'NESTED_TOO_DEEPLY',
          message: `The file nests objects and lists more than ${MOST_NESTED} levels deep. A lens needs about ten.`,
          offset: i,
        };
      }
    } else if (char === 0x7d /* } */ || char === 0x5d /* ] */) {
      depth--;
    } else if (char === 0x2c /* , */ && ++values > MOST_VALUES) {
      return {
        code: 'TOO_COMPLEX',
        message: `The file holds more than ${MOST_VALUES} values, far more than a lens can use. Check that it is the right file.`,
        offset: i,
      };
    }
  }
  return undefined;
}

/**
 * One error per line, and none that only follows from the one before it (the
 * reader goes on right behind a fault and stumbles over what is left of it).
 */
function reportSyntax(
  text: string,
  errors: readonly ParseError[],
  lines: LineIndex,
  problems: ProblemList,
): void {
  let lastLine = 0;
  let lastEnd = -1;
  let count = 0;
  for (const error of errors) {
    const place = lines.place(error.offset);
    const follows =
      lastEnd >= 0 && !text.slice(lastEnd, error.offset).trim().length;
    lastEnd = error.offset + error.length;
    if (follows || place.line === lastLine) {
      continue;
    }
    if (++count > MOST_SYNTAX_ERRORS) {
      return;
    }
    lastLine = place.line;
    const message = `Not valid JSON: ${explain(text, error)}`;
    problems.refuse('SYNTAX', message, place);
  }
}

function explain(text: string, { error, offset, length }: ParseError): string {
  const found = text.slice(offset, offset + Math.min(length, 40));
  const shown = found
    ? `"${found.replace(/\s+/g, ' ')}"`
    : 'the end of the file';
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return `${shown} is not a JSON value. Put text in double quotes; otherwise only numbers, true, false and null are allowed.`;
    case 'InvalidCommentToken':
      return 'comments are not allowed. Remove the comment, or write the lens as YAML.';
    case 'PropertyNameExpected':
    case 'ValueExpected':
      return /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset)) &&
        /^[}\]]/.test(found)
        ? `there is a comma before ${shown} with nothing after it. Remove the comma.`
        : `expected a ${
            printParseErrorCode(error) === 'ValueExpected'
              ? 'value'
              : 'key in double quotes'
          }, found ${shown}.`;
    case 'ColonExpected':
      return `expected ":" after the key, found ${shown}.`;
    case 'CommaExpected':
      return `expected "," or the closing bracket, found ${shown}.`;
    case 'CloseBraceExpected':
      return 'a "{" is not closed. Add the missing "}".';
    case 'CloseBracketExpected':
      return 'a "[" is not closed. Add the missing "]".';
    case 'EndOfFileExpected':
      return `expected the end of the file, found ${shown}.`;
    case 'UnexpectedEndOfString':
      return 'a text is not closed on its line. Add the missing double quote, or write line breaks as \\n.';
    case 'InvalidCharacter':
      return 'a text contains a control character. Write tabs as \\t and line breaks as \\n.';
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return 'a text contains an unknown escape. Write a backslash as \\\\.';
    default:
      return `${shown} is not allowed here.`;
  }
}

function reportDuplicateKeys(
  root: Node,
  lines: LineIndex,
  problems: ProblemList,
): void {
  // Steps to the value that is looked at: a pointer is only made of them for
  // the few keys that are reported.
  const steps: (string | number)[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'array') {
      node.children?.forEach((child, i) => {
        steps.push(i);
        visit(child);
        steps.pop();
      });
    } else if (node.type === 'object') {
      const seen = new Map<string, Node>();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        const name = String(key.value);
        const earlier = seen.get(name);
        steps.push(name);
        if (earlier) {
          const { line } = lines.place(earlier.offset);
          problems.warn(
            steps.reduce<string>(pointerTo, ''),
            'DUPLICATE_KEY',
            `The key "${name}" stands twice in this object; only the last one counts (the first is in line ${line}). Remove one of them.`,
            { key: name, line },
            lines.place(key.offset),
          );
        }
        seen.set(name, key);
        if (value?.children) {
          visit(value);
        }
        steps.pop();
      }
    }
  };
  visit(root);
}

function locateIn(root: Node, lines: LineIndex): Locate {
  const keysOf = new WeakMap<Node, Map<string, Node>>();
  const child = (node: Node, step: string): Node | undefined => {
    if (node.type === 'array') {
      return node.children?.[Number(step)];
    }
    if (node.type !== 'object') {
      return undefined;
    }
    let keys = keysOf.get(node);
    if (!keys) {
      keys = new Map();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        keys.set(String(key.value), value ?? key);
      }
      keysOf.set(node, keys);
    }
    return keys.get(step);
  };
  return pointer => {
    let node = root;
    for (const step of pointerSteps(pointer) ?? []) {
      const next = child(node, step);
      if (!next) {
        break;
      }
      node = next;
    }
    return lines.place(node.offset);
  };
}
