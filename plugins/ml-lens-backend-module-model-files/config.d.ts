// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  mlLens?: {
    models?: {
      /** Files in repositories that say what is known of models. */
      files?: {
        /** How often they are read, 5 minutes or more. Default: 1 hour. */
        frequency?: HumanDuration | string;
        /**
         * What the address of a file or folder must begin with: whoever may
         * write an entity can have read what lies there, with the integrations
         * of the portal.
         */
        allow: string[];
      };
    };
  };
}
