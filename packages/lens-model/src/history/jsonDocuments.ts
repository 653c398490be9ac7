// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** One of several JSON values that stand one after another in a text. */
export interface JsonDocument {
  source: string;
  /** How deep its objects and lists are nested. */
  depth: number;
}

/**
 * The JSON objects and lists of a text, as programs print them one after
 * another: on a line each, or over many lines. Does not check them; what is no
 * object or list is given as the line it is. Takes time in proportion to the
 * length of the text, and no stack.
 */
export function* jsonDocuments(text: string): Generator<JsonDocument> {
  const blank = /\s*/y;
  for (let start = 0; ; ) {
    blank.lastIndex = start;
    start += blank.exec(text)![0].length;
    if (start >= text.length) {
      return;
    }
    const { end, depth } =
      text[start] === '{' || text[start] === '['
        ? measureValue(text, start)
        : { end: endOfLine(text, start), depth: 0 };
    yield { source: text.slice(start, end), depth };
    start = end;
  }
}

/** Where the object or list ends, and how deep it is. */
function measureValue(text: string, start: number) {
  let open = 0;
  let depth = 0;
  let previous = '';
  let startsLine = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\n') {
      startsLine = true;
    }
    if (/\s/.test(char)) {
      continue;
    }
    if (char === '{' && startsLine && open > 0 && !':,['.includes(previous)) {
      // No value can begin here: the one before was cut off, the next begins.
      return { end: at, depth };
    }
    if (char === '"') {
      at = endOfString(text, at);
    } else if (char === '{' || char === '[') {
      depth = Math.max(depth, ++open);
    } else if ((char === '}' || char === ']') && --open === 0) {
      return { end: at + 1, depth };
    }
    previous = char;
    startsLine = false;
  }
  return { end: text.length, depth };
}

/** The closing quote; the end of the line where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') {
      at++;
    } else if (char === '"') {
      return at;
    } else if (char === '\n') {
      // Seen again by the caller, as the end of the line.
      return at - 1;
    }
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
