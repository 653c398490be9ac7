// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensApiRef } from '../api';

export const mlLensApi = ApiBlueprint.make({
  params: define =>
    define({
      api: mlLensApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MlLensClient({ discoveryApi, fetchApi }),
    }),
});
