// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { isWorkloadId } from '../workloadId';
import { dayParam, isWithinReason, OUT_OF_RANGE } from '../times';
import { answerStateSchema, proposalMarkSchema } from '../answerSchemas';
import { STACK_RATINGS } from '../model';
import type { HistoryLine } from './HistoryLine';
import { schemaOf } from '../zodTypes';

const id = z.string().min(1).max(128);

/** Kept with milliseconds, so that instants sort as texts. */
const instant = z.iso
  .datetime('must be an RFC 3339 instant in UTC, as 2026-03-01T09:30:00Z')
  .refine(isWithinReason, OUT_OF_RANGE)
  .transform(value => new Date(value).toISOString());

const userRef = z
  .string()
  .max(512)
  .refine(
    isFullLowerCaseRef,
    'must be a full entity ref in lower case, as user:default/jane.doe',
  );

const workload = z
  .string()
  .refine(
    isWorkloadId,
    'must be 1 to 63 of a-z, 0-9 and "-", with a letter or digit at both ends',
  );

const common = { workload, at: instant, by: userRef };
const review = { ...common, lens: id };

/** The complete new answer of one question. */
const historyAnswerSchema = z.strictObject({
  type: z.literal('answer'),
  ...review,
  /** Only when it is not the review's current version. */
  lensVersion: z.string().min(1).max(64).optional(),
  question: id,
  proposal: proposalMarkSchema.optional(),
  selectedChoices: answerStateSchema.shape.selectedChoices,
  notApplicableChoices: answerStateSchema.shape.notApplicableChoices.optional(),
  notApplicable: answerStateSchema.shape.notApplicable.optional(),
  notes: answerStateSchema.shape.notes.optional(),
  evidence: answerStateSchema.shape.evidence.optional(),
});

/** Sets (or with null clears) the planned days of a phase. */
const historyTargetSchema = z.strictObject({
  type: z.literal('target'),
  ...review,
  phase: id,
  targetDate: dayParam.nullable(),
  plannedStart: dayParam.nullable().optional(),
});

/** Starts an iteration of a phase by hand. */
const historyIterationSchema = z.strictObject({
  type: z.literal('iteration'),
  ...review,
  phase: id,
  reason: z.string().trim().min(1).max(500),
});

/** Says that an answer is still true. */
const historyConfirmedSchema = z.strictObject({
  type: z.literal('confirmed'),
  ...review,
  question: id,
  notes: answerStateSchema.shape.notes.optional(),
});

/** Says which phase the review is in. */
const historyPhaseSchema = z.strictObject({
  type: z.literal('phase'),
  ...review,
  phase: id.nullable(),
});

/** A version of a model, and the answers it put in doubt. */
const historyModelVersionSchema = z.strictObject({
  type: z.literal('model-version'),
  ...review,
  source: id,
  name: z.string().min(1).max(256),
  version: id,
  versionAt: instant,
  questions: z.array(id).max(1000),
});

const gate = {
  ...review,
  gate: id,
  number: z.number().int().min(1).max(999_999),
  name: z.string().min(1).max(128),
  phase: id,
  comment: z.string().max(2084).optional(),
};

/** Asks to let the work go on at a gate. */
const historyGateRequestSchema = z.strictObject({
  type: z.literal('gate-request'),
  ...gate,
});

/** Decides on such a request, or takes it back. */
const historyGateDecisionSchema = z.strictObject({
  type: z.literal('gate-decision'),
  ...gate,
  decision: z.enum(['GO', 'GO_WITH_CONDITIONS', 'NO_GO', 'WITHDRAWN']),
  conditions: z
    .array(z.strictObject({ questionId: id, choiceId: id, dueDate: dayParam }))
    .max(100)
    .optional(),
  basis: z.record(z.string(), z.unknown()).optional(),
});

/** A named mark on the review. */
const historyMilestoneSchema = z.strictObject({
  type: z.literal('milestone'),
  ...review,
  name: z.string().trim().min(1).max(100),
  note: z.string().max(2084).optional(),
});

/** ML stack layer and ratings of the workload. */
const historyProfileSchema = z.strictObject({
  type: z.literal('profile'),
  ...common,
  layer: id.nullable().optional(),
  skill: z.enum(STACK_RATINGS.skill).nullable().optional(),
  timeToMarket: z.enum(STACK_RATINGS.timeToMarket).nullable().optional(),
  customization: z.enum(STACK_RATINGS.customization).nullable().optional(),
});

const lines = z.discriminatedUnion('type', [
  historyAnswerSchema,
  historyTargetSchema,
  historyIterationSchema,
  historyConfirmedSchema,
  historyPhaseSchema,
  historyModelVersionSchema,
  historyGateRequestSchema,
  historyGateDecisionSchema,
  historyMilestoneSchema,
  historyProfileSchema,
]);

/** What a line can be about. */
export const HISTORY_LINE_TYPES = lines.options.map(
  option => option.shape.type.value,
);

/** Unknown fields are refused: a misspelt one would otherwise be lost in silence. */
export const historyLineSchema = schemaOf<HistoryLine>()(lines);

function isFullLowerCaseRef(ref: string): boolean {
  try {
    return (
      stringifyEntityRef(parseEntityRef(ref)) === ref &&
      ref === ref.toLocaleLowerCase('en-US')
    );
  } catch {
    return false;
  }
}
