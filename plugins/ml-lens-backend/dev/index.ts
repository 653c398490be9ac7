// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';

/*
 * The plugin alone, with a small catalog in memory and nobody to sign in:
 *
 *   yarn start
 *   curl http://localhost:7007/api/ml-lens/lenses
 *   curl http://localhost:7007/api/ml-lens/entities/component/default/card-fraud/review
 *
 *   curl -X PUT -H 'content-type: application/json' \
 *     -d '{ "revision": 0, "selectedChoices": ["BG01", "BG02"] }' \
 *     http://localhost:7007/api/ml-lens/workloads/card-fraud/reviews/aws-ml-lens/answers/bg_goal
 */
const names = ['card-fraud', 'demand-forecast', 'product-search'];

const backend = createBackend();
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: names.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name,
        annotations: { [ML_LENS_ANNOTATIONS.workload]: name },
      },
      spec: {
        type: 'ml-service',
        lifecycle: 'production',
        owner: 'group:default/data-science',
      },
    })),
  }),
);
backend.add(import('../src'));
backend.start();
