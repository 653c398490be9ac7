// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { field, Fields, kindOf, quoteHint } from './values';

/** Longest id the API of the AWS tool surely takes when an answer is written. */
const AWS_API_ID_LENGTH = 64;

/** Ids of one namespace, with the place where each was first seen. */
export type SeenIds = Map<string, string>;

/** What ids of the superset's own things may look like. */
const OWN_ID = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,127}$/;

interface IdRule {
  what: string;
  /** Where the id must be unique, for messages: `in the lens`. */
  scope: string;
  seen: SeenIds;
}

/** Checks the id of a pillar, question or choice, by AWS's rules. */
export function checkAwsId(
  problems: ProblemList,
  fields: Fields,
  pointer: string,
  rule: IdRule,
): string | undefined {
  const id = readId(problems, fields, pointer, rule);
  if (id === undefined) {
    return undefined;
  }
  const at = pointerTo(pointer, 'id');
  if (!LENS_LIMITS.idPattern.test(id)) {
    problems.error(at, 'INVALID_ID', explainId(id), { id: id.slice(0, 80) });
  } else if (id.length > AWS_API_ID_LENGTH) {
    problems.warn(
      at,
      'LONG_ID',
      `The id is ${id.length} characters long. The API of the AWS tool may not take ids over ${AWS_API_ID_LENGTH}; consider a shorter one.`,
      { length: id.length, max: AWS_API_ID_LENGTH },
    );
  }
  return remember(problems, id, at, rule);
}

/** Checks the id of a phase, service or stack layer. */
export function checkOwnId(
  problems: ProblemList,
  fields: Fields,
  pointer: string,
  rule: IdRule,
): string | undefined {
  const id = readId(problems, fields, pointer, rule);
  if (id === undefined) {
    return undefined;
  }
  const at = pointerTo(pointer, 'id');
  if (!OWN_ID.test(id)) {
    problems.error(
      at,
      'INVALID_ID',
      `The id "${id.slice(
        0,
        80,
      )}" must be 1 to 128 letters a–z, digits, "_" or "-".`,
      { id: id.slice(0, 80) },
    );
  }
  return remember(problems, id, at, rule);
}

function readId(
  problems: ProblemList,
  fields: Fields,
  pointer: string,
  rule: IdRule,
): string | undefined {
  const id = field(fields, 'id');
  if (id === undefined) {
    problems.error(
      pointer,
      'MISSING',
      `${rule.what} has no "id". Add one that is unique ${rule.scope}.`,
      { key: 'id' },
    );
    return undefined;
  }
  if (typeof id !== 'string') {
    problems.error(
      pointerTo(pointer, 'id'),
      'WRONG_TYPE',
      `"id" must be text, found ${kindOf(id)}.${quoteHint(id)}`,
    );
    return undefined;
  }
  return id;
}

function remember(
  problems: ProblemList,
  id: string,
  at: string,
  rule: IdRule,
): string {
  const first = rule.seen.get(id);
  if (first !== undefined) {
    problems.error(
      at,
      'DUPLICATE_ID',
      `The id "${id}" is already used at ${problems.describe(
        first,
      )}. Ids must be unique ${rule.scope}; change one of them.`,
      { id: id.slice(0, 80), first: problems.describe(first) },
    );
  } else {
    rule.seen.set(id, at);
  }
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
