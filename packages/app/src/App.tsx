// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { languageModule } from './language';
import { navModule } from './nav';

// ML Lens itself needs no line here: it is found through the dependencies of
// this package (`app.packages: all` in app-config.yaml).
export default createApp({
  features: [catalogPlugin, languageModule, navModule],
});
