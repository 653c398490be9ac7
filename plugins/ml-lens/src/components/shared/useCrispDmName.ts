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
