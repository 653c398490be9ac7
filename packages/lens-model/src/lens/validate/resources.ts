// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { additionalResource, resource as resourceSchema } from '../schema';
import type { Entry } from './Entry';
import { quoted } from './values';

const TYPES: readonly string[] = additionalResource.shape.type.options;
const ADDITIONAL = {
  a: 'An additional resource',
  the: 'The additional resource',
  schema: additionalResource,
};
const CONTENT = { a: 'The content', schema: resourceSchema };

/** Checks `{ displayText, url? }` under a key, if it is there. */
export function checkResource(owner: Entry, key: string): void {
  if (owner.get(key) !== undefined) {
    const resource = owner.entry(key, {
      a: `"${key}"`,
      schema: resourceSchema,
    });
    if (resource) {
      checkContent(resource);
    }
  }
}

/** Checks `additionalResources`, if it is there. */
export function checkAdditionalResources(choice: Entry): void {
  const seen = new Map<unknown, string>();
  choice.each(
    'additionalResources',
    { items: 'additional resources', max: TYPES.length },
    ADDITIONAL,
    resource => {
      const type = resource.get('type');
      const allowed = TYPES.map(name => `"${name}"`).join(' or ');
      if (!TYPES.includes(type as string)) {
        resource.error(
          type === undefined ? [] : 'type',
          type === undefined ? 'MISSING' : 'INVALID_TYPE',
          `"type" must be ${allowed}, found ${quoted(type)}.`,
          { key: 'type', options: TYPES.join(', ') },
        );
      } else if (seen.has(type)) {
        resource.error(
          'type',
          'DUPLICATE_TYPE',
          `The choice already has additional resources of type "${type}" at ${seen.get(
            type,
          )}. Put all content of one type into one entry.`,
          { type: String(type) },
        );
      }
      seen.set(type, seen.get(type) ?? resource.pointer);
      const max = LENS_LIMITS.additionalResourceContents;
      const rule = { items: 'contents', required: true, max };
      resource.each('content', rule, CONTENT, checkContent);
    },
  );
}

function checkContent(content: Entry): void {
  const max = LENS_LIMITS.displayText;
  content.text('displayText', { max, required: true, blank: true });
  content.url();
}
