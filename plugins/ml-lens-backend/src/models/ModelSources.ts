/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
