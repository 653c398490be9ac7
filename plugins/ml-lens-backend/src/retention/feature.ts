// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import { Retention } from './Retention';

/** Forgets what the configuration says is not to be kept for good. */
export async function retentionFeature(options: Deps): Promise<void> {
  await new Retention({ ...options, ...options.config.retention }).schedule(
    options.scheduler,
  );
}
