// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import type { Entry } from './Entry';
import { kindOf, quoteHint } from './values';

/** Longest id the API of the AWS tool surely takes when an answer is written. */
const AWS_API_ID_LENGTH = 64;

/** Ids of one namespace, with the place where each was first seen. */
export type SeenIds = Map<string, string>;

/** What ids of the superset's own things may look like. */
const OWN_ID = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,127}$/;

/** Checks the id of a pillar, question or choice, by AWS's rules. */
export function checkAwsId(
  entry: Entry,
  scope: string,
  seen: SeenIds,
): string | undefined {
  return checkId(entry, scope, seen, id => {
    if (!LENS_LIMITS.idPattern.test(id)) {
      const shown = { id: id.slice(0, 80) };
      entry.error('id', 'INVALID_ID', explainId(id), shown);
    } else if (id.length > AWS_API_ID_LENGTH) {
      entry.warn(
        'id',
        'LONG_ID',
        `The id is ${id.length} characters long. The API of the AWS tool may not take ids over ${AWS_API_ID_LENGTH}; consider a shorter one.`,
        { length: id.length, max: AWS_API_ID_LENGTH },
      );
    }
  });
}

/** Checks the id of a phase, service, stack layer or gate. */
export function checkOwnId(entry: Entry, scope: string, seen: SeenIds): void {
  checkId(entry, scope, seen, id => {
    if (!OWN_ID.test(id)) {
      const shown = id.slice(0, 80);
      const message = `The id "${shown}" must be 1 to 128 letters a–z, digits, "_" or "-".`;
      entry.error('id', 'INVALID_ID', message, { id: shown });
    }
  });
}

/**
 * @param scope - where the id must be unique, for messages: `in the lens`
 * @param checkForm - says what is wrong with an id itself
 */
function checkId(
  entry: Entry,
  scope: string,
  seen: SeenIds,
  checkForm: (id: string) => void,
): string | undefined {
  const id = entry.get('id');
  if (id === undefined) {
    entry.missing('id', `Add one that is unique ${scope}.`);
    return undefined;
  }
  if (typeof id !== 'string') {
    entry.error(
      'id',
      'WRONG_TYPE',
      `"id" must be text, found ${kindOf(id)}.${quoteHint(id)}`,
    );
    return undefined;
  }
  checkForm(id);
  const known = seen.get(id);
  if (known === undefined) {
    seen.set(id, entry.at('id'));
    return id;
  }
  const first = entry.problems.describe(known);
  entry.error(
    'id',
    'DUPLICATE_ID',
    `The id "${id}" is already used at ${first}. Ids must be unique ${scope}; change one of them.`,
    { id: id.slice(0, 80), first },
  );
  return id;
}

function explainId(id: string): string {
  const shown = id.length > 80 ? `${id.slice(0, 80)}…` : id;
  const allowed = 'Ids are 3 to 128 letters a–z (either case), digits and "_".';
  const [bad] = /[^A-Za-z0-9_]/u.exec(id) ?? [];
  if (bad !== undefined) {
    return `The id "${shown}" holds ${
      bad.trim() ? `"${bad}"` : 'white space'
    }, which is not allowed. ${allowed}`;
  }
  return `The id "${shown}" is ${id.length} characters long. ${allowed}`;
}
