// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { MlLensSettings } from '@ml-lens/backstage-plugin-ml-lens-node';

/** Configuration below `mlLens.models.files`, checked. */
export interface ModelFilesConfig {
  frequency: HumanDuration;
  /** What the address of a file must begin with; each ends with a slash. */
  allow: string[];
}

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readModelFilesConfig(
  rootConfig: Config,
): ModelFilesConfig | undefined {
  const settings = MlLensSettings.below(rootConfig, 'mlLens.models.files');
  if (!settings) {
    return undefined;
  }
  const allow = (settings.optionalStrings('allow') ?? []).map(prefix => {
    if (!URL.canParse(prefix) || !/^https?:/i.test(prefix)) {
      throw settings.invalid(
        'must be addresses that start with http:// or https://',
        'allow',
      );
    }
    return `${new URL(prefix).href.replace(/\/+$/, '')}/`;
  });
  if (allow.length === 0) {
    throw settings.invalid(
      'needs an address or more that files may lie below',
      'allow',
    );
  }
  return {
    frequency: settings.frequency({
      otherwise: { hours: 1 },
      atLeast: { minutes: 5 },
    }),
    allow,
  };
}
