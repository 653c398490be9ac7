// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { checkUrl } from './links';
import {
  checkKeys,
  checkList,
  checkObject,
  checkText,
  field,
  Fields,
  quoted,
} from './values';

const TYPES = ['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN'];

/** Checks `{ displayText, url? }` under a key, if it is there. */
export function checkResource(
  problems: ProblemList,
  owner: Fields,
  key: string,
  pointer: string,
): void {
  const value = field(owner, key);
  if (value !== undefined) {
    checkContent(problems, value, pointerTo(pointer, key), `"${key}"`);
  }
}

/** Checks `additionalResources`, if it is there. */
export function checkAdditionalResources(
  problems: ProblemList,
  choice: Fields,
  pointer: string,
): void {
  const list = checkList(problems, choice, 'additionalResources', pointer, {
    what: 'The choice',
    items: 'additional resources',
    max: TYPES.length,
  });
  const seen = new Map<unknown, string>();
  list?.forEach((item, i) => {
    const at = pointerTo(pointerTo(pointer, 'additionalResources'), i);
    const resource = checkObject(problems, item, at, 'An additional resource');
    if (!resource) {
      return;
    }
    checkKeys(problems, resource, at, 'An additional resource', [
      'type',
      'content',
    ]);
    const type = field(resource, 'type');
    const allowed = TYPES.map(name => `"${name}"`).join(' or ');
    if (!TYPES.includes(type as string)) {
      problems.error(
        type === undefined ? at : pointerTo(at, 'type'),
        type === undefined ? 'MISSING' : 'INVALID_TYPE',
        `"type" must be ${allowed}, found ${quoted(type)}.`,
        { key: 'type', options: TYPES.join(', ') },
      );
    } else if (seen.has(type)) {
      problems.error(
        pointerTo(at, 'type'),
        'DUPLICATE_TYPE',
        `The choice already has additional resources of type "${type}" at ${seen.get(
          type,
        )}. Put all content of one type into one entry.`,
        { type: String(type) },
      );
    }
    seen.set(type, seen.get(type) ?? at);
    checkList(problems, resource, 'content', at, {
      what: 'The additional resource',
      items: 'contents',
      required: true,
      max: LENS_LIMITS.additionalResourceContents,
    })?.forEach((content, j) =>
      checkContent(
        problems,
        content,
        pointerTo(pointerTo(at, 'content'), j),
        'The content',
      ),
    );
  });
}

function checkContent(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  what: string,
): void {
  const content = checkObject(problems, value, pointer, what);
  if (!content) {
    return;
  }
  checkKeys(problems, content, pointer, what, ['displayText', 'url']);
  checkText(problems, content, 'displayText', pointer, {
    what,
    max: LENS_LIMITS.displayText,
    required: true,
    blank: true,
  });
  if (field(content, 'url') !== undefined) {
    checkUrl(problems, field(content, 'url'), pointerTo(pointer, 'url'));
  }
}
