// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../translation';

const CRISP_DM_KEYS = {
  'business understanding': 'common.crispDm.businessUnderstanding',
  'data understanding': 'common.crispDm.dataUnderstanding',
  'data preparation': 'common.crispDm.dataPreparation',
  modeling: 'common.crispDm.modeling',
  evaluation: 'common.crispDm.evaluation',
  deployment: 'common.crispDm.deployment',
} as const;

/** CRISP-DM phase names in the app's language; unknown ones as they are. */
export function useCrispDmName(): (name: string) => string {
  const { t } = useMlLensTranslation();
  return name => {
    const key = CRISP_DM_KEYS[name.toLowerCase() as keyof typeof CRISP_DM_KEYS];
    return key ? t(key) : name;
  };
}

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
