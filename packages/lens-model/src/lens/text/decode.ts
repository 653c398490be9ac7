// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import type { ProblemList } from '../problems';
import { LineIndex } from './lines';

const BOM = '\uFEFF';

/**
 * The text of a lens file without its byte order mark, or undefined when it
 * is empty, too large, not UTF-8 or a web page; `problems` says why.
 */
export function decodeLens(
  input: string | Uint8Array,
  problems: ProblemList,
): string | undefined {
  const bytes =
    typeof input === 'string'
      ? new TextEncoder().encode(input).length
      : input.byteLength;
  if (bytes > LENS_LIMITS.documentBytes) {
    const params = { bytes, max: LENS_LIMITS.documentBytes };
    return problems.refuse('TOO_LARGE', tooLarge(bytes), undefined, params);
  }
  let text: string;
  if (typeof input === 'string') {
    text = input;
  } else if (looksLikeUtf16(input)) {
    return problems.refuse('NOT_UTF8', utf16());
  } else {
    try {
      // The mark is kept here so that it can be reported.
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        input,
      );
    } catch {
      const rough = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
      return problems.refuse(
        'NOT_UTF8',
        'The file holds bytes that are not UTF-8 text. Save it as UTF-8 (in most editors: “Save with encoding”).',
        new LineIndex(rough).place(Math.max(0, rough.indexOf('\uFFFD'))),
      );
    }
  }
  if (text.startsWith(BOM)) {
    text = text.slice(1);
    problems.warn(
      '',
      'BOM',
      'The file starts with a byte order mark, which was skipped. Save it as UTF-8 without BOM: other tools may refuse it.',
    );
  }
  if (text.slice(0, 64).includes('\0')) {
    return problems.refuse('NOT_UTF8', utf16());
  }
  if (!text.trim()) {
    return problems.refuse(
      'EMPTY',
      'The file is empty. A lens is a JSON or YAML object with schemaVersion, name, description and pillars.',
    );
  }
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 256))) {
    return problems.refuse(
      'WEB_PAGE',
      'This is a web page (HTML), not a lens file. A server may have answered with a sign-in or preview page: use the address of the raw file.',
    );
  }
  return text;
}

/** What is said about a document over the size limit. */
export function tooLarge(bytes: number): string {
  const format = new Intl.NumberFormat('en');
  return `The lens is ${format.format(
    bytes,
  )} bytes large; at most ${format.format(
    LENS_LIMITS.documentBytes,
  )} are allowed. Shorten texts, or split it into two lenses.`;
}

function utf16(): string {
  return 'The file is not UTF-8 text; it looks like UTF-16. Save it as UTF-8 (in most editors: “Save with encoding”).';
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    bytes.subarray(0, 64).includes(0)
  );
}
