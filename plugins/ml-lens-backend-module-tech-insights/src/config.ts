// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import {
  MlLensSettings,
  readMlLensFactRule,
  type MlLensFactRule,
  type MlLensFactTest,
} from '@ml-lens/backstage-plugin-ml-lens-node';

/** One test of a fact, and what it says about a practice. */
export interface FactRule {
  factRetriever: string;
  fact: string;
  test: MlLensFactTest;
  lens: string;
  rule: MlLensFactRule;
}

/** Configuration below `mlLens.evidence.techInsights`, checked. */
export interface TechInsightsConfig {
  frequency: HumanDuration;
  rules: FactRule[];
}

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readTechInsightsConfig(
  rootConfig: Config,
): TechInsightsConfig | undefined {
  const settings = MlLensSettings.below(
    rootConfig,
    'mlLens.evidence.techInsights',
  );
  return (
    settings && {
      frequency: settings.frequency({
        otherwise: { hours: 1 },
        atLeast: { minutes: 1 },
      }),
      rules: settings.list('rules').map(readRule),
    }
  );
}

function readRule(settings: MlLensSettings): FactRule {
  const { fields, ...rule } = readMlLensFactRule(settings, {
    fields: ['factRetriever', 'fact'],
    key: ({ factRetriever, fact }) => `${factRetriever}.${fact}`,
    ttl: { days: 7 },
  });
  return { ...fields, ...rule };
}
