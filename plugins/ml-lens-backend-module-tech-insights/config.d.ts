// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  mlLens?: {
    evidence?: {
      /** Facts of Tech Insights that are shown beside the answers. */
      techInsights?: {
        /** How often facts are read, 1 minute or more. Default: 1 hour. */
        frequency?: HumanDuration | string;

        /** What a fact says about a practice of a lens. */
        rules: Array<{
          /** Id of the fact retriever. */
          factRetriever: string;
          /** Name of the fact. */
          fact: string;

          /** The fact is this value. One test for each rule. */
          equals?: string | number | boolean;
          /** The fact is a number, and this or more. */
          atLeast?: number;
          /** The fact is a number, and this or less. */
          atMost?: number;
          /** The fact is a list, and this is in it. */
          includes?: string | number;
          /** The fact is a time, and no longer ago than this. */
          within?: HumanDuration | string;

          /** Id of the lens. */
          lens: string;
          /** Id of the question. */
          question: string;
          /** Id of the practice; left out when it is about the whole question. */
          choice?: string;
          /** What is shown when the test is passed. */
          title: string;
          /**
           * What is shown, as contradicting, when the test is failed. Nothing
           * is shown then unless this is given.
           */
          otherwise?: string;
          /** Where to see more; `http:` or `https:`. */
          url?: string;
          /** How long a fact says something after it was retrieved. Default: 7 days. */
          ttl?: HumanDuration | string;
        }>;
      };
    };
  };
}
