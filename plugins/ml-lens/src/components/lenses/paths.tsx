// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { useResolvedPath } from 'react-router-dom';
import { withSearch } from '../shared/withSearch';

interface LensPaths {
  list: string;
  detail(lensId: string, version?: string, tab?: string): string;
  preview(lensId: string, version?: string): string;
}

const Context = createContext<LensPaths | undefined>(undefined);

/** Where the pages of this area are; adopters may have moved them. */
export function useLensPaths(): LensPaths {
  const paths = useContext(Context);
  if (!paths) throw new Error('useLensPaths is used outside LensPathsProvider');
  return paths;
}

export function LensPathsProvider(props: { children: ReactNode }) {
  const { children } = props;
  const list = useResolvedPath('').pathname.replace(/\/$/, '');
  const paths = useMemo<LensPaths>(() => {
    const withQuery = (
      path: string,
      query: Record<string, string | undefined>,
    ) => {
      const params = new URLSearchParams();
      for (const [key, value] of Object.entries(query)) {
        if (value) params.set(key, value);
      }
      return withSearch(path, params);
    };
    const one = (lensId: string) => `${list}/${encodeURIComponent(lensId)}`;
    return {
      list: list || '/',
      detail: (lensId, version, tab) =>
        withQuery(one(lensId), { version, tab }),
      preview: (lensId, version) =>
        withQuery(`${one(lensId)}/preview`, { version }),
    };
  }, [list]);
  return <Context.Provider value={paths}>{children}</Context.Provider>;
}
