// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiQuery } from '../../shared/useApiQuery';
import { useLanguage } from '../../../translation';
import { lensName } from '../../shared/lensName';

/** The lenses that reviews are made with; hardly ever others. */
export function useLensList() {
  return useApiQuery(
    'listLenses',
    { query: { status: ['PUBLISHED', 'ARCHIVED'], limit: 100 } },
    { staleTime: 5 * 60_000 },
  );
}

/**
 * Names of lenses in the language of the app: nothing until they are known, and
 * the id where they cannot be.
 */
export function useLensNames(): (lensId: string) => string {
  const { data, isPending } = useLensList();
  const language = useLanguage();
  return id => {
    const item = data?.items.find(one => one.id === id);
    if (item) return lensName(item, language);
    return isPending ? '' : id;
  };
}
