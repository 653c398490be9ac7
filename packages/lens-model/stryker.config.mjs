// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { globSync } from 'node:fs';
// Settings of all mutation tests; nothing of it is in the package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { mutationTests } from '../../mutation/base.mjs';

export default mutationTests({
  name: 'lens-model',
  mutate: [
    'src/**/*.ts',
    // Lists of exports, and types.
    '!src/**/index.ts',
    '!src/schemas.ts',
    '!src/zodTypes.ts',
  ],
  // One works everything out a second time, and takes as long as all the others.
  tests: globSync('src/**/*.test.ts', {
    exclude: ['**/independent.test.ts'],
  }),
  floor: 85,
});
