// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Auth provider and permission policy of the ML Lens demo portal.
 *
 * @packageDocumentation
 */

import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoAuthModule } from './auth/module';
import { demoModelsModule } from './models/module';
import { demoPolicyModule } from './policy/module';
import { demoSceneModule } from './scene/module';

/**
 * Everything the demo portal needs to let a newcomer choose who to be.
 *
 * @public
 */
export default createBackendFeatureLoader({
  loader() {
    return [
      demoAuthModule,
      demoModelsModule,
      demoPolicyModule,
      demoSceneModule,
    ];
  },
});
