/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
