// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Appends one step to a JSON pointer (RFC 6901).
 */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/**
 * The steps of a JSON pointer; undefined when the text is not a pointer.
 */
export function pointerSteps(pointer: string): string[] | undefined {
  if (pointer === '') {
    return [];
  }
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    return undefined;
  }
  return pointer
    .slice(1)
    .split('/')
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** An own property, so that `__proto__` and `constructor` are just names. */
export function ownValue(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    return /^(0|[1-9][0-9]*)$/.test(key) ? value[Number(key)] : undefined;
  }
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
