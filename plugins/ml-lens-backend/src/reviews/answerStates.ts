// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type AnswerState, emptyAnswerState } from '@ml-lens/lens-model';

/**
 * What an answer says, as the columns of events and answers hold it: without
 * what is empty, which is most of it most of the time.
 */
export function answerToJson(state: AnswerState): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(state).filter(
        ([, value]) =>
          value !== null &&
          value !== '' &&
          !(Array.isArray(value) && value.length === 0),
      ),
    ),
  );
}

/** Undoes {@link answerToJson}. */
export function answerFromJson(json: string): AnswerState {
  return { ...emptyAnswerState(), ...JSON.parse(json) };
}
