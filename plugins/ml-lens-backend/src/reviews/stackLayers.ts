// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
