// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Starts the portal before the tests and stops it after them. Not within a
// worker, which ends with each test that fails.
import { startPortal } from './portal.mjs';

export default async function portalOfAll() {
  const { url, apiUrl, stop } = await startPortal();
  process.env.PORTAL_URL = url;
  process.env.PORTAL_API_URL = apiUrl;
  return stop;
}
