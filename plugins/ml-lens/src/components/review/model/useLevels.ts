// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { LensDefinition } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { LensLevel } from '@ml-lens/lens-model';
import { useMemo } from 'react';

/** The ladder of a lens: its own, else the company's; undefined for the default. */
export function useLevels(
  definition: Pick<LensDefinition, 'levels'>,
): LensLevel[] | undefined {
  const config = useApi(configApiRef);
  return useMemo(
    () =>
      definition.levels ??
      config.getOptional<LensLevel[]>('mlLens.levels') ??
      undefined,
    [config, definition],
  );
}
