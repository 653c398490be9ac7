// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const demoSignInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => {
      const { DemoSignInPage } = await import('./DemoSignInPage');
      return DemoSignInPage;
    },
  },
});

/** Lets a newcomer choose who to be. */
export default createFrontendModule({
  pluginId: 'app',
  extensions: [demoSignInPage],
});
