// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { entityContentRouteRef } from '../../routes';
import { useMountedPath } from '../shared/useMountedPath';

/** Path of the tab of the entity that is shown. */
export function useTabPath(): string {
  return useMountedPath()(entityContentRouteRef, 'ml-lens');
}
