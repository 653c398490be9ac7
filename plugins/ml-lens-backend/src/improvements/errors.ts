/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { ConflictError } from '@backstage/errors';
import { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Somebody else planned the practice first. */
export class ImprovementConflict extends ConflictError {
  /** The plan as it stands. */
  readonly current: Improvement;

  constructor(current: Improvement, seen: number) {
    super(
      `The plan has changed since it was read: it is at revision ${current.revision}, not ${seen}`,
    );
    this.current = current;
  }
}
