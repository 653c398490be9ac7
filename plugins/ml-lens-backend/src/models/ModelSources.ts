// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelSource } from '@ml-lens/backstage-plugin-ml-lens-node';

/** The systems where models live, as modules bring them. */
export class ModelSources implements Iterable<MlLensModelSource> {
  readonly #sources = new Map<string, MlLensModelSource>();

  /** @throws Error for an id that is taken */
  add(...sources: MlLensModelSource[]): void {
    for (const source of sources) {
      if (this.#sources.has(source.id)) {
        throw new Error(`There is a source of models '${source.id}' already`);
      }
      this.#sources.set(source.id, source);
    }
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.#sources.size > 0;
  }

  [Symbol.iterator](): Iterator<MlLensModelSource> {
    return this.#sources.values();
  }
}
