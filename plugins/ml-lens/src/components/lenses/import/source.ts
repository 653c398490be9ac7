// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Beyond this a file is not even read: ten times what a lens may have. */
export const LARGEST_READ = 5_000_000;

/** Where a lens comes from. `id` tells one choice from the next. */
export type LensSource =
  | { kind: 'text'; id: number; name: string; text: string; bytes?: Uint8Array }
  | { kind: 'url'; id: number; url: string };

let lastId = 0;

export function textSource(name: string, text: string): LensSource {
  return { kind: 'text', id: ++lastId, name, text };
}

export function urlSource(url: string): LensSource {
  return { kind: 'url', id: ++lastId, url };
}

/**
 * A file as a source. The bytes are kept for the check, which tells other
 * encodings than UTF-8; the text is what is shown and sent.
 */
export async function fileSource(file: File): Promise<LensSource> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    kind: 'text',
    id: ++lastId,
    name: file.name,
    text: new TextDecoder().decode(bytes),
    bytes,
  };
}
