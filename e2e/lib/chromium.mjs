// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The browser of the machine, without what a test has no use for.
import { chromium } from '@playwright/test';

const { CHROMIUM = '/usr/bin/chromium' } = process.env;

/** How to start Debian's Chromium, or the one that CHROMIUM names. */
export const launchOptions = {
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Starts it where no test does. */
export const launchBrowser = () => chromium.launch(launchOptions);
