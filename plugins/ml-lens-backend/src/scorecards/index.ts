/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
export { ScorecardService } from './ScorecardService';
export { OrgReader } from './OrgReader';
export { withoutFigures } from './orgFilters';
export type { OrgFilters } from './orgFilters';
export { EVER, OrgSource } from './OrgSource';
export type { OrgScope } from './OrgSource';
