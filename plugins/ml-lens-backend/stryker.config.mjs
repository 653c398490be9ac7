// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Settings of all mutation tests; nothing of it is in the package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { mutationTests } from '../../mutation/base.mjs';

// The rooms where a mistake shows as a wrong figure or lets somebody see too
// much. Their tests run on SQLite, in memory.
export default mutationTests({
  name: 'ml-lens-backend',
  mutate: [
    'src/auth/**/*.ts',
    'src/org/query/**/*.ts',
    'src/reviews/projection/**/*.ts',
  ],
  tests: [
    'src/auth/DefaultAccess.test.ts',
    'src/org/query/*.test.ts',
    'src/reviews/projection/*.test.ts',
  ],
  // None before it was measured, see docs/quality.md.
  floor: 0,
});
