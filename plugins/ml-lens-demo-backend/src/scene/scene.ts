// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** Days from the day the scene is played on; negative before it. */
const days = z.number().int().min(-3650).max(3650);

const who = { by: z.string().min(1) };
const where = {
  ...who,
  workload: z.string().min(1),
  lens: z.string().min(1),
  question: z.string().min(1),
};

const sceneSchema = z.strictObject({
  /** Aims of the organisation. */
  targets: z
    .array(
      z.strictObject({
        ...who,
        name: z.string().min(1),
        description: z.string().default(''),
        lens: z.string().min(1),
        filter: z.record(z.string(), z.array(z.string())),
        minScore: z.number().int().min(0).max(100),
        minCoverage: z.number().min(0).max(1),
        startsIn: days,
        dueIn: days,
      }),
    )
    .default([]),
  /** Practices that somebody is to put in place. */
  plans: z
    .array(
      z.strictObject({
        ...where,
        choice: z.string().min(1),
        assignee: z.string().min(1),
        status: z.enum(['NOT_STARTED', 'IN_PROGRESS']).default('NOT_STARTED'),
        dueIn: days,
      }),
    )
    .default([]),
  /** What the agents of people propose. */
  proposals: z
    .array(
      z.strictObject({
        ...where,
        choices: z.array(z.string().min(1)).min(1),
        agent: z.strictObject({
          name: z.string().min(1),
          version: z.string().min(1).optional(),
          model: z.string().min(1).optional(),
        }),
        notes: z.string().min(1).optional(),
        confidence: z.number().min(0).max(1).optional(),
        citations: z
          .array(
            z.strictObject({
              choiceId: z.string().min(1).optional(),
              repo: z.string().min(1),
              commit: z.string().min(1),
              path: z.string().min(1),
              lines: z.string().min(1).optional(),
              quote: z.string().min(1),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  /** Risks somebody asks to accept. */
  waivers: z
    .array(
      z.strictObject({
        ...where,
        reason: z.string().min(1),
        expiresIn: days.positive(),
      }),
    )
    .min(1),
});

/** What people of the demo did on the day it is started. */
export type Scene = z.infer<typeof sceneSchema>;

/**
 * Reads a scene.
 *
 * @throws InputError naming everything that cannot be used
 */
export async function readScene(path: string): Promise<Scene> {
  const parsed = sceneSchema.safeParse(parse(await readFile(path, 'utf8')));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.')}: ${issue.message}`,
    );
    throw new InputError(`Invalid scene ${path}: ${problems.join('; ')}`);
  }
  return parsed.data;
}
