// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Prints where app and backend are served, as JSON. Needs the project's packages.

import { ConfigSources } from '@backstage/config-loader';

const config = await ConfigSources.toConfig(
  ConfigSources.default({ argv: [], rootDir: process.cwd() }),
);

process.stdout.write(
  JSON.stringify({
    app: config.getString('app.baseUrl'),
    backend: config.getString('backend.baseUrl'),
  }),
);
config.close();
