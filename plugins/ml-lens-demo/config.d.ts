// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  mlLens?: {
    /** For the demo portal. */
    demo?: {
      /** Who a newcomer can choose to be, by the name used to sign in. */
      users?: {
        [name: string]: {
          /**
           * The user in the catalog.
           * @visibility frontend
           */
          entityRef: string;
          /**
           * `platform-engineer`, `lead` or `developer`.
           * @visibility frontend
           */
          role?: string;
          /**
           * Name shown on the sign-in page.
           * @visibility frontend
           */
          displayName?: string;
          /**
           * What the person is, shown below the name.
           * @visibility frontend
           */
          title?: string;
          /**
           * What being this person shows of the product.
           * @visibility frontend
           */
          description?: string;
        };
      };
    };
  };
}
