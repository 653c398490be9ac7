/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MlLensConfig } from '../config';
import { News } from './News';

/** Tells people what is new for them. */
export async function newsFeature(
  options: Omit<ConstructorParameters<typeof News>[0], 'approvers'> & {
    config: MlLensConfig;
    scheduler: SchedulerService;
  },
): Promise<void> {
  const { approvers } = options.config.waivers;
  await new News({ ...options, approvers }).schedule(options.scheduler);
}
