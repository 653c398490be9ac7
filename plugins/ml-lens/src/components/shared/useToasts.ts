// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  toastApiRef,
  type ToastApiMessage,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

/** How long a message stays: what went wrong takes longer to read. */
const STAYS_MS = { well: 5000, wrong: 12_000 };

/**
 * Short messages about what was done. They leave by themselves; what must not
 * be missed is said on the page.
 */
export function useToasts() {
  const toastApi = useApi(toastApiRef);
  return useMemo(
    () => ({
      post: (message: ToastApiMessage) =>
        toastApi.post({
          timeout:
            message.status === 'danger' || message.status === 'warning'
              ? STAYS_MS.wrong
              : STAYS_MS.well,
          ...message,
        }),
    }),
    [toastApi],
  );
}
