// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  mlLens?: {
    models?: {
      /** Model package groups of SageMaker that are shown beside the answers. */
      sagemaker?: {
        /** How often accounts are asked, 1 minute or more. Default: 10 minutes. */
        frequency?: HumanDuration | string;

        /** Accounts, each in one region. */
        accounts: Array<{
          /**
           * What people call it; an annotation may begin with it and a slash.
           * Default: `sagemaker`.
           */
          id?: string;
          /** Region of AWS: `eu-central-1`. */
          region: string;
          /**
           * Account id, 12 digits in quotes: takes its credentials below
           * `aws.accounts`. The portal's own credentials unless given.
           */
          accountId?: string;
          /** Where the backend reaches SageMaker; as AWS has it unless given. */
          endpoint?: string;
          /** Where people see a group; `{group}` stands for its name. */
          webUrl?: string;
        }>;
      };
    };
  };
}
