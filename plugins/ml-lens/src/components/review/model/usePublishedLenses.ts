// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensListItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useApiQuery } from '../../shared';

/** The lenses with a published version, once they are asked for. */
export function usePublishedLenses(
  isWanted: boolean,
): LensListItem[] | undefined {
  const query = { status: ['PUBLISHED' as const], limit: 100 };
  return useApiQuery('listLenses', { query }, { enabled: isWanted }).data
    ?.items;
}
