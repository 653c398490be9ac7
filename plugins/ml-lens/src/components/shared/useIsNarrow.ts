// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import useMediaQuery from '@material-ui/core/useMediaQuery';

/** Phones: cards instead of a table, filters behind a button. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 600px)', { noSsr: true });
}
