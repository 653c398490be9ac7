// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from './document';

/**
 * What a lens id looks like: it stands in paths and in comma-separated lists.
 * @public
 */
export const LENS_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * What a lens version looks like.
 * @public
 */
export const LENS_VERSION_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;

/**
 * The id a lens gets unless told otherwise: its own `id`, else its name in
 * lower case with everything but letters and digits turned into hyphens.
 *
 * A name without Latin letters or digits (日本語) leaves nothing of that; such
 * a lens is called `lens-` and a few characters that depend on its name only.
 * @public
 */
export function defaultLensId(document: LensDocument): string {
  if (document.id !== undefined && LENS_ID_PATTERN.test(document.id)) {
    return document.id;
  }
  const slug = document.name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '');
  return slug || `lens-${fingerprint(document.name)}`;
}

/**
 * The whole number after the highest one in use; `1` for the first.
 *
 * @param existing - versions in use; those that are not whole numbers count
 * for nothing
 * @public
 */
export function nextVersion(existing: readonly string[]): string {
  const highest = existing
    .filter(version => /^[0-9]{1,15}$/.test(version))
    .reduce((max, version) => Math.max(max, Number(version)), 0);
  return String(highest + 1);
}

/**
 * The version a lens gets unless told otherwise: its own `version`, else the
 * `_version` that published AWS lens files carry, else the next whole number.
 * @public
 */
export function defaultLensVersion(
  document: LensDocument,
  existing: readonly string[],
): string {
  const { _version: published } = document;
  const own = [document.version, published]
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .map(value => String(value).trim())
    .find(value => LENS_VERSION_PATTERN.test(value));
  return own ?? nextVersion(existing);
}

/** FNV-1a over the name's UTF-16 units, in base 36. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
