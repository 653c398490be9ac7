// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The browser tests: one after another, since they share a portal and measure
// how long it takes. `e2e/run` runs them.
import { defineConfig } from '@playwright/test';
import { launchOptions } from './lib/chromium.mjs';

const SECOND = 1_000;

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.mjs',
  outputDir: '../.cache/e2e',
  globalSetup: './lib/portalOfAll.mjs',
  workers: 1,
  forbidOnly: true,
  timeout: 180 * SECOND,
  expect: { timeout: 30 * SECOND },
  reporter: [['list'], ['./lib/countReporter.mjs']],
  use: {
    browserName: 'chromium',
    launchOptions,
    viewport: { width: 1400, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30 * SECOND,
    navigationTimeout: 30 * SECOND,
    screenshot: 'only-on-failure',
  },
});
