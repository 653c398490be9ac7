/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { CompiledLens } from '@ml-lens/lens-model';

/**
 * What is wrong with a layer of the ML stack for a workload: it must be one of
 * the layers its lenses have, where they have any. No layer is always right.
 *
 * @param lenses - of the workload's reviews
 */
export function problemOfLayer(
  layer: string | null | undefined,
  lenses: readonly CompiledLens[],
): string | undefined {
  const layers = new Set(
    lenses.flatMap(lens => lens.document.stackLayers ?? []).map(({ id }) => id),
  );
  return typeof layer === 'string' && layers.size > 0 && !layers.has(layer)
    ? `layer: must be one of ${[...layers].join(', ')}`
    : undefined;
}
