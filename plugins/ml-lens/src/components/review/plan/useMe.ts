// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** Entity ref of who is signed in; undefined until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const { data } = useQuery({
    queryKey: ['ml-lens', 'me'],
    queryFn: async () =>
      (await identity.getBackstageIdentity()).userEntityRef.toLocaleLowerCase(
        'en-US',
      ),
    staleTime: Infinity,
  });
  return data;
}
