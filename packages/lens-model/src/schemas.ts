// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What input is checked with, for those who take more of it: zod schemas that
 * yield the shape of the same name, and what holds for every text and time.
 *
 * @packageDocumentation
 */
import type {
  AnswerState,
  ChoiceNotApplicable,
  Evidence,
  HistoryLine,
  LensDocument,
  LensMapping,
  NotApplicable,
  Reason,
} from '@ml-lens/lens-model';
import type { z } from 'zod';
import * as answers from './answerSchemas';
import * as history from './history/schema';
import * as lens from './lens/schema';
import * as mapping from './upgrade/mapping';
import type { ObjectSchema } from './zodTypes';

export { NUL_MESSAGE, pathOfNul } from './nulCharacter';
export {
  dayParam,
  instantParam,
  isWithinReason,
  momentParam,
  OUT_OF_RANGE,
} from './times';
export type { BareShape, ObjectSchema, SameShape } from './zodTypes';

/**
 * Schema of `Reason`.
 * @public
 */
export const reasonSchema: z.ZodType<Reason, Reason> = answers.reasonSchema;

/**
 * Schema of `Evidence`.
 * @public
 */
export const evidenceSchema: ObjectSchema<Evidence> = answers.evidenceSchema;

/**
 * Schema of `NotApplicable`.
 * @public
 */
export const notApplicableSchema: ObjectSchema<NotApplicable> =
  answers.notApplicableSchema;

/**
 * Schema of `ChoiceNotApplicable`.
 * @public
 */
export const choiceNotApplicableSchema: ObjectSchema<ChoiceNotApplicable> =
  answers.choiceNotApplicableSchema;

/**
 * Schema of `AnswerState`.
 * @public
 */
export const answerStateSchema: ObjectSchema<AnswerState> =
  answers.answerStateSchema;

/**
 * Schema of `HistoryLine`. Unknown fields are refused.
 * @public
 */
export const historyLineSchema: z.ZodType<HistoryLine, HistoryLine> =
  history.historyLineSchema;

/**
 * Schema of the structure of a `LensDocument`: what `parseLens` reports, it
 * does not check. Unknown keys are kept.
 * @public
 */
export const lensDocumentSchema: ObjectSchema<LensDocument, z.core.$loose> =
  lens.lensDocumentSchema;

/**
 * Schema of `LensMapping`. Unknown keys are kept.
 * @public
 */
export const lensMappingSchema: ObjectSchema<LensMapping, z.core.$loose> =
  mapping.lensMappingSchema;
