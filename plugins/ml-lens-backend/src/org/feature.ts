/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { ApiRouter } from '../http/bind';
import { bindOrgRoutes } from './orgRoutes';
import { OrgService } from './OrgService';
import { OrgReader } from './query/OrgReader';
import { bindScorecardRoutes } from './scorecardRoutes';
import { ScorecardService } from './ScorecardService';
import { bindTargetRoutes } from './targets/routes';
import { TargetService } from './targets/TargetService';
import { bindSavedViewRoutes } from './views/routes';
import { SavedViewService } from './views/SavedViewService';
import { SavedViewStore } from './views/SavedViewStore';

/** The organisation as a whole: scorecards, pictures, targets, saved views. */
export function orgFeature(
  options: { api: ApiRouter } & ConstructorParameters<typeof OrgReader>[0] &
    Omit<ConstructorParameters<typeof TargetService>[0], 'reader'>,
): void {
  const { api } = options;
  const reader = new OrgReader(options);
  bindScorecardRoutes(api, { scorecards: new ScorecardService({ reader }) });
  bindOrgRoutes(api, { org: new OrgService({ reader }) });
  bindTargetRoutes(api, { targets: new TargetService({ ...options, reader }) });
  const views = new SavedViewStore(options.knex);
  bindSavedViewRoutes(api, {
    savedViews: new SavedViewService({ ...options, views }),
  });
}
