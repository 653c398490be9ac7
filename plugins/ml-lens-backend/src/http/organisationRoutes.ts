/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { OrgService } from '../org';
import { SavedViewService } from '../savedViews';
import { TargetService } from '../targets';
import type { ApiRouter } from './bind';
import { bindOrgRoutes } from './orgRoutes';
import { bindSavedViewRoutes } from './savedViewRoutes';
import { bindTargetRoutes } from './targetRoutes';

/** Mounts everything about the organisation as a whole. */
export function bindOrganisationRoutes(
  api: ApiRouter,
  deps: ConstructorParameters<typeof TargetService>[0] &
    ConstructorParameters<typeof SavedViewService>[0],
): void {
  bindOrgRoutes(api, { org: new OrgService(deps) });
  bindTargetRoutes(api, { targets: new TargetService(deps) });
  bindSavedViewRoutes(api, { savedViews: new SavedViewService(deps) });
}
