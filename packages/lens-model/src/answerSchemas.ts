// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  CHOICE_NOTES_MAX,
  NOTES_MAX,
  REASONS,
  type AnswerState,
  type ChoiceNotApplicable,
  type Evidence,
  type NotApplicable,
} from './model';
import { objectOf } from './zodTypes';

export const reasonSchema = z.enum(REASONS);

export const evidenceSchema = objectOf<Evidence>()(
  z.object({
    id: z.string().max(128).optional(),
    title: z.string().min(1).max(200),
    url: z
      .string()
      .max(2048)
      .regex(/^https?:\/\//i, 'must start with http:// or https://')
      .optional(),
    note: z.string().max(1000).optional(),
  }),
);

export const notApplicableSchema = objectOf<NotApplicable>()(
  z.object({
    reason: reasonSchema,
    notes: z.string().max(NOTES_MAX).optional(),
  }),
);

export const choiceNotApplicableSchema = objectOf<ChoiceNotApplicable>()(
  z.object({
    choiceId: z.string().min(1).max(128),
    reason: reasonSchema,
    notes: z.string().max(CHOICE_NOTES_MAX).optional(),
  }),
);

export const answerStateSchema = objectOf<AnswerState>()(
  z.object({
    selectedChoices: z.array(z.string().min(1).max(128)).max(15),
    notApplicableChoices: z.array(choiceNotApplicableSchema).max(15),
    notApplicable: notApplicableSchema.nullable(),
    notes: z.string().max(NOTES_MAX),
    evidence: z.array(evidenceSchema).max(50),
  }),
);

/** The proposal an answer rests on. */
export const proposalMarkSchema = z.object({
  id: z.string().min(1).max(128),
  agent: z.string().min(1).max(100),
});
