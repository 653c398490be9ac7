/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Practices that a lens announces: shown at once, counted from a day on.
 *
 * @packageDocumentation
 */
export {
  announcedOf,
  countedAnswer,
  countingDaysOf,
  lensAt,
  type AnnouncedPractice,
} from './lens/announced';
