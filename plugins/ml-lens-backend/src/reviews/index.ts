/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
export { beginReview } from './beginReview';
export { ensureReviews, resolvePublished } from './ensureReviews';
export type { PublishedLenses } from './ensureReviews';
export { AnswerConflict, ProfileConflict } from './errors';
export { rebuild, rebuildAndCompare, rebuildOutdated } from './rebuild';
export type { RebuildOptions } from './rebuild';
export { ProfileService } from './ProfileService';
export { ReviewEditor } from './ReviewEditor';
export type { ReviewKey } from './ReviewEditor';
export { ReviewService } from './ReviewService';
export { ReviewUpkeep } from './ReviewUpkeep';
export { ReviewWriter } from './ReviewWriter';
export { problemOfLayer } from './stackLayers';
export type { NewEvent, LockedReview, WrittenReview } from './ReviewWriter';
