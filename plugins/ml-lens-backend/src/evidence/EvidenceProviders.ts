// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensEvidenceProvider } from '@ml-lens/backstage-plugin-ml-lens-node';

const ID = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/;

/** The evidence providers of a backend: built in, and of modules. */
export class EvidenceProviders implements Iterable<MlLensEvidenceProvider> {
  readonly #providers = new Map<string, MlLensEvidenceProvider>();

  /** @throws Error for an id that is taken or cannot be used */
  add(...providers: MlLensEvidenceProvider[]): void {
    for (const provider of providers) {
      if (!ID.test(provider.id)) {
        throw new Error(
          `The evidence provider id '${provider.id}' is not made of up to 63 letters, digits and dashes`,
        );
      }
      if (this.#providers.has(provider.id)) {
        throw new Error(
          `There is an evidence provider '${provider.id}' already`,
        );
      }
      this.#providers.set(provider.id, provider);
    }
  }

  [Symbol.iterator](): Iterator<MlLensEvidenceProvider> {
    return this.#providers.values();
  }
}
