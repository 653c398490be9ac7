// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensStackLayer } from '../lens/document';
import {
  STACK_RATINGS,
  type StackRating,
  type WorkloadProfile,
} from '../model';

/** The three things that decide the layer, in the order they are explained. */
const RATINGS = ['skill', 'timeToMarket', 'customization'] as const;

/**
 * A suggested layer of the ML stack and why.
 * @public
 */
export interface LayerSuggestion {
  /** Id of the layer. */
  layer: string;
  /** One per rating the team gave: whether the layer asks for just that. */
  reasons: { rating: StackRating; value: string; fits: boolean }[];
}

/**
 * Suggests the layer of the ML stack that fits the most of the team's ratings.
 * Layers that fit equally many are told apart by how far the other ratings are
 * off, and then by their order in the lens, which starts with the layer that
 * asks least of a team. Null without a rating or without layers: there is
 * nothing to go by. People decide; this only helps.
 *
 * @public
 */
export function suggestLayer(
  layers: readonly LensStackLayer[],
  ratings: Partial<Pick<WorkloadProfile, StackRating>>,
): LayerSuggestion | null {
  const given = RATINGS.flatMap(rating => {
    const value = ratings[rating];
    return value ? [{ rating, value }] : [];
  });
  if (given.length === 0) {
    return null;
  }
  const [best] = layers
    .map(layer => {
      const reasons = given.map(({ rating, value }) => ({
        rating,
        value,
        fits: layer[rating] === value,
      }));
      return {
        layer: layer.id,
        reasons,
        fits: reasons.filter(reason => reason.fits).length,
        distance: given.reduce(
          (sum, { rating, value }) =>
            sum + Math.abs(rank(rating, layer[rating]) - rank(rating, value)),
          0,
        ),
      };
    })
    .sort((a, b) => b.fits - a.fits || a.distance - b.distance);
  return best ? { layer: best.layer, reasons: best.reasons } : null;
}

function rank(rating: StackRating, value: string): number {
  return (STACK_RATINGS[rating] as readonly string[]).indexOf(value);
}
