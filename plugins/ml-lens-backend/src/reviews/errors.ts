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
import {
  Answer,
  PutAnswerBody,
  PutProfileBody,
  WorkloadProfile,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * Somebody else answered first. Nothing was stored and nothing is lost: both
 * versions are here.
 */
export class AnswerConflict extends ConflictError {
  /** The answer as it stands. */
  readonly current: Answer;
  /** The answer that was refused. */
  readonly attempted: PutAnswerBody;

  constructor(current: Answer, attempted: PutAnswerBody) {
    super(
      `The answer has changed since it was read: it is at revision ${current.revision}, not ${attempted.revision}`,
    );
    this.current = current;
    this.attempted = attempted;
  }
}

/** Somebody else set the profile first; as {@link AnswerConflict}. */
export class ProfileConflict extends ConflictError {
  /** The profile as it stands. */
  readonly current: WorkloadProfile;
  /** The profile that was refused. */
  readonly attempted: PutProfileBody;

  constructor(current: WorkloadProfile, attempted: PutProfileBody) {
    super(
      `The profile has changed since it was read: it is at revision ${current.revision}, not ${attempted.revision}`,
    );
    this.current = current;
    this.attempted = attempted;
  }
}
