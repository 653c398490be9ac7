// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ProblemList } from '../problems';
import { webAddress } from '../webAddress';

const URL_MAX = 2048;

/**
 * Checks a link: http:// or https:// only, so that nothing else can ever be
 * clicked. An empty one counts as absent, as published lens files have many.
 */
export function checkUrl(
  problems: ProblemList,
  url: unknown,
  pointer: string,
): void {
  if (url === '') {
    problems.warn(
      pointer,
      'EMPTY_URL',
      'The url is empty and treated as absent. Remove the key, or give an address.',
    );
  } else if (typeof url !== 'string') {
    problems.error(
      pointer,
      'WRONG_TYPE',
      `"url" must be text that starts with http:// or https://.`,
    );
  } else if (webAddress(url) === undefined) {
    const shown = url.length > 80 ? `${url.slice(0, 80)}…` : url;
    problems.error(
      pointer,
      'INVALID_URL',
      `"${shown}" is not a web address. Links must start with http:// or https://.`,
      { url: shown },
    );
  } else if (url.length > URL_MAX) {
    problems.error(
      pointer,
      'TOO_LONG',
      `The url is ${url.length} characters long; at most ${URL_MAX} are allowed.`,
      { length: url.length, max: URL_MAX },
    );
  } else if (/\s/.test(url)) {
    problems.warn(
      pointer,
      'URL_WITH_SPACES',
      'The url holds white space and may lead nowhere. Give one address without spaces.',
    );
  }
}

/**
 * The first link inside a markdown text that leads anywhere but to the web
 * (`[x](javascript:…)`, `[x]: data:…`, `<vbscript:…>`).
 */
export function findUnsafeLink(text: string): string | undefined {
  // Most texts hold nothing of the kind; looking closely costs much more.
  if (!text.includes(']') && !text.includes('<')) {
    return undefined;
  }
  for (const [, angled, plain] of text.matchAll(
    /\]\(\s*(?:<([^<>\n]*)>|([^\s)]*))/g,
  )) {
    const target = angled ?? plain;
    if (isUnsafe(target)) {
      return target;
    }
  }
  for (const [, target] of text.matchAll(
    /^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*<?([^\s>]+)/gm,
  )) {
    if (isUnsafe(target)) {
      return target;
    }
  }
  const [, automatic] =
    /<((?:javascript|vbscript|data):[^\s<>]*)>/i.exec(text) ?? [];
  return automatic;
}

function isUnsafe(target: string): boolean {
  const plain = decode(target);
  if (plain.startsWith('//') || plain.startsWith('\\\\')) {
    return true;
  }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(plain) ?? [];
  return scheme !== undefined && !/^https?$/i.test(scheme);
}

/**
 * The target as a browser would see it: entities and backslash escapes
 * resolved, white space and control characters gone.
 */
function decode(target: string): string {
  return target
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex, decimal) => {
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&colon;/gi, ':')
    .replace(/&(?:tab|newline);/gi, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\p{Cc}]/gu, '');
}
