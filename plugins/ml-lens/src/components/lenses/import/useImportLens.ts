// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiMutation } from '../../shared';
import type { LensSource } from './source';
import { type ImportNames, importRequest } from './useLensCheck';

/** Stores a checked source as a draft. */
export function useImportLens() {
  return useApiMutation({
    call: (api, request: { source: LensSource; names: ImportNames }) =>
      api.call('importLens', importRequest(request.source, request.names)),
    changes: ['listLenses', 'getLens', 'diffLens'],
  });
}
