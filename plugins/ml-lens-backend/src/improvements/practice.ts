/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { InputError, NotFoundError } from '@backstage/errors';
import { type CompiledLens, isNoneOfThese } from '@ml-lens/lens-model';

/**
 * @throws NotFoundError when the lens has no such practice
 * @throws InputError when it says that no practice is in place
 */
export function requirePractice(
  lens: CompiledLens,
  questionId: string,
  choiceId: string,
): void {
  if (!lens.question(questionId)?.choice(choiceId)) {
    throw new NotFoundError(
      `The lens '${lens.id}' version '${lens.version}' has no practice '${choiceId}' in a question '${questionId}'`,
    );
  }
  if (isNoneOfThese(choiceId)) {
    throw new InputError(
      `Invalid path: choiceId: '${choiceId}' says that no practice is in place, so it cannot be planned`,
    );
  }
}
