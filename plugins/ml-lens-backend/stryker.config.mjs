// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Settings of all mutation tests; nothing of it is in the package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { mutationTests } from '../../mutation/base.mjs';

// The rooms where a mistake lets somebody see too much or shows as a wrong
// figure, as far as tests hold them that take a second or two on SQLite, in
// memory.
export default mutationTests({
  name: 'ml-lens-backend',
  mutate: [
    'src/auth/**/*.ts',
    'src/org/query/**/*.ts',
    'src/reviews/projection/**/*.ts',
  ],
  tests: [
    'src/auth/*.test.ts',
    'src/links/links.test.ts',
    'src/org/export.test.ts',
    'src/org/movers.test.ts',
    'src/org/query/*.test.ts',
    'src/org/sameFigure.test.ts',
    'src/org/scorecards.test.ts',
    'src/org/scorecardSummary.test.ts',
    'src/org/timeline.test.ts',
    'src/reviews/answers.test.ts',
    'src/reviews/freshness.test.ts',
    'src/reviews/iterations.test.ts',
    'src/reviews/phase.test.ts',
    'src/reviews/projection/*.test.ts',
    'src/reviews/reviews.test.ts',
    'src/upgrades/upgrades.test.ts',
  ],
  // 85 % when it was measured, see docs/quality.md.
  floor: 80,
});
