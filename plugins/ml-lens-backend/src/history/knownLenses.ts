// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import { CompiledLens } from '@ml-lens/lens-model';
import type { Deps } from '../deps';
import { firstLens, KnownLenses, ReviewLines } from './reviewLines';

type LensDeps = Pick<Deps, 'lenses' | 'reviews'>;

/** The lens versions that lines and their reviews name, and the latest ones. */
export async function lookUpLenses(
  deps: LensDeps,
  reviews: readonly ReviewLines[],
): Promise<KnownLenses> {
  const known: KnownLenses = { versions: new Map(), latest: new Map() };
  const remember = (lens: CompiledLens) => {
    const versions = known.versions.get(lens.id) ?? new Map();
    known.versions.set(lens.id, versions.set(lens.version, lens));
  };
  for (const lensId of new Set(reviews.map(review => review.lensId))) {
    const latest = await deps.lenses.latestPublished(lensId);
    if (latest) {
      known.latest.set(lensId, latest);
      remember(latest);
    }
    const named = new Set(
      reviews
        .filter(review => review.lensId === lensId)
        .flatMap(({ lines }) =>
          lines.flatMap(({ value }) =>
            value.type === 'answer' && value.lensVersion !== undefined
              ? [value.lensVersion]
              : [],
          ),
        ),
    );
    for (const version of named) {
      const lens = await usable(deps, lensId, version);
      if (lens) {
        remember(lens);
      }
    }
  }
  const stored = await deps.reviews.reviews(
    reviews.map(review => review.reviewId),
  );
  for (const row of stored) {
    if (!known.versions.get(row.lens_id)?.has(row.lens_version)) {
      remember(await deps.lenses.compiled(row.lens_id, row.lens_version));
    }
  }
  return known;
}

/** The lenses each workload is reviewed with once the file is imported. */
export async function lensesAfter(
  deps: LensDeps,
  workloadIds: Iterable<string>,
  importable: readonly ReviewLines[],
  known: KnownLenses,
): Promise<Map<string, CompiledLens[]>> {
  const ids = new Set(workloadIds);
  const lenses = new Map<string, CompiledLens[]>();
  const add = (workloadId: string, lens: CompiledLens) =>
    lenses.set(workloadId, [...(lenses.get(workloadId) ?? []), lens]);
  const stored = await deps.reviews.reviewsOfAll(ids);
  for (const row of stored) {
    const { lens_id: lensId, lens_version: version } = row;
    add(row.workload_id, await deps.lenses.compiled(lensId, version));
  }
  const there = new Set(stored.map(row => row.review_id));
  for (const review of importable) {
    if (ids.has(review.workloadId) && !there.has(review.reviewId)) {
      add(review.workloadId, firstLens(review, known));
    }
  }
  return lenses;
}

/** A version that is, or once was, published. */
async function usable(
  deps: LensDeps,
  lensId: string,
  version: string,
): Promise<CompiledLens | undefined> {
  try {
    return (await deps.lenses.status(lensId, version)) === 'DRAFT'
      ? undefined
      : await deps.lenses.compiled(lensId, version);
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}
