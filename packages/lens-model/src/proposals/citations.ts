// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { webAddress } from '../lens/webAddress';
import type { Citation } from './Proposal';

/**
 * Characters that change how the text around them is shown rather than being
 * shown themselves: controls (ANSI escapes begin with one), marks that turn the
 * direction of writing, and characters
 * without width that join nothing.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu;

/**
 * A text written by others as it can be shown anywhere: characters that would
 * work instead of being seen stand as `⟨U+202E⟩`. Lines and tabs stay.
 *
 * @public
 */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      UNSEEN,
      character =>
        `⟨U+${character
          .codePointAt(0)!
          .toString(16)
          .toUpperCase()
          .padStart(4, '0')}⟩`,
    );
}

const REPOSITORY = /^[\w.-]+(?:\/[\w.-]+){1,8}$/;

/**
 * Whether a text names a repository: `owner/name`, `host/owner/name` or an
 * http(s) address, and nothing that climbs out of it.
 * @public
 */
export function isRepository(text: string): boolean {
  const path = text.replace(/^https?:\/\//i, '');
  return (
    (path === text || webAddress(text) !== undefined) &&
    REPOSITORY.test(path) &&
    hasPlainSegments(path)
  );
}

/**
 * Whether a text is a path within a repository: relative, with `/`, without
 * `.`, `..` and empty parts, and without characters that nobody sees.
 * @public
 */
export function isRepositoryPath(text: string): boolean {
  return (
    text !== '' &&
    !text.includes('\\') &&
    !/^[a-z]+:/i.test(text) &&
    visibleText(text) === text &&
    !/[\n\t]/.test(text) &&
    hasPlainSegments(text)
  );
}

/**
 * Whether a text names lines of a file: `12`, or `12-40` with the first one in
 * front.
 * @public
 */
export function isLineRange(text: string): boolean {
  const match = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/.exec(text);
  return (
    match !== null &&
    (match[2] === undefined || Number(match[1]) <= Number(match[2]))
  );
}

/**
 * Where a citation can be read on the web, at its first line; undefined where
 * the host of its repository is not known.
 * @public
 */
export function citationAddress(citation: Citation): string | undefined {
  if ('url' in citation) {
    return webAddress(citation.url);
  }
  const { repo, commit, path, lines } = citation;
  const parts = repo.replace(/^https?:\/\//i, '').split('/');
  // Two parts name no host; GitHub is where such names are at home.
  const [host, ...rest] = parts.length === 2 ? ['github.com', ...parts] : parts;
  if (!host.includes('.') || rest.length < 2) {
    return undefined;
  }
  const base = `https://${host}/${rest.join('/').replace(/\.git$/, '')}`;
  const file = path.split('/').map(encodeURIComponent).join('/');
  const [from, to] = lines?.split('-') ?? [];
  if (/^(?:[\w-]+\.)*gitlab\./i.test(host)) {
    const range = to === undefined ? `#L${from}` : `#L${from}-${to}`;
    return `${base}/-/blob/${commit}/${file}${from ? range : ''}`;
  }
  const range = to === undefined ? `#L${from}` : `#L${from}-L${to}`;
  return `${base}/blob/${commit}/${file}${from ? range : ''}`;
}

function hasPlainSegments(path: string): boolean {
  return path
    .split('/')
    .every(part => part !== '' && part !== '.' && part !== '..');
}
