// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type LensDefinition } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type CompiledLens,
  compileLens,
  localizeLens,
} from '@ml-lens/lens-model';
import { useMemo } from 'react';
import { useLanguage } from '../../translation';

/** A definition in the language of the app, ready to be asked. */
export function useCompiled(
  definition: LensDefinition | undefined,
): CompiledLens | undefined {
  const language = useLanguage();
  return useMemo(
    () =>
      definition && compileLens(localizeLens(definition, language), definition),
    [definition, language],
  );
}
