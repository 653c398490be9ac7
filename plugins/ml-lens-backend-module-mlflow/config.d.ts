// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  mlLens?: {
    models?: {
      /** Registered models of MLflow that are shown beside the answers. */
      mlflow?: {
        /** How often servers are asked, 1 minute or more. Default: 10 minutes. */
        frequency?: HumanDuration | string;

        /** Tracking servers with a model registry. */
        servers: Array<{
          /**
           * What people call it; an annotation may begin with it and a slash.
           * Default: `mlflow`.
           */
          id?: string;
          /** Where the backend reaches it. */
          baseUrl: string;
          /** Where people open it; `baseUrl` unless given. */
          webUrl?: string;
          /**
           * Bearer token.
           * @visibility secret
           */
          token?: string;
          /** For basic authentication, with `password`. */
          username?: string;
          /** @visibility secret */
          password?: string;
        }>;
      };
    };
  };
}
