// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  mlLens?: {
    models?: {
      /** Alarms of Prometheus that are shown beside the answers. */
      prometheus?: {
        /** How often it is asked, 15 seconds or more. Default: 2 minutes. */
        frequency?: HumanDuration | string;
        /** Where the backend reaches Prometheus. */
        baseUrl: string;
        /** Where people open it; `baseUrl` unless given. */
        webUrl?: string;
        /** Tells which alarms are silenced; all that fire count unless given. */
        alertmanagerUrl?: string;
        /**
         * Bearer token, for both.
         * @visibility secret
         */
        token?: string;
      };
    };
  };
}
