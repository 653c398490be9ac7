// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../translation';

/** Names of the default ladder; a company's own levels are shown as they are. */
const DEFAULT_LEVEL_KEYS = {
  'Not assessed': 'common.level.notAssessed',
  Initial: 'common.level.initial',
  Developing: 'common.level.developing',
  Defined: 'common.level.defined',
  Managed: 'common.level.managed',
  Optimizing: 'common.level.optimizing',
} as const;

export function useLevelName(): (level: string) => string {
  const { t } = useMlLensTranslation();
  return level => {
    const key = DEFAULT_LEVEL_KEYS[level as keyof typeof DEFAULT_LEVEL_KEYS];
    return key ? t(key) : level;
  };
}
