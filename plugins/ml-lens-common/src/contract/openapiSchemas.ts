// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  choiceNotApplicableSchema,
  evidenceSchema,
  historyLineSchema,
  lensDocumentSchema,
  notApplicableSchema,
  reasonSchema,
} from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import {
  annotationProblemSchema,
  answerSchema,
  iterationSchema,
  matrixCellSchema,
  milestoneSchema,
  phaseStateSchema,
  phaseStatusSchema,
  profileSchema,
  reviewBriefSchema,
  reviewEventSchema,
  riskCountsSchema,
  riskSchema,
  scopeSchema,
  scorecardSchema,
  workloadSchema,
} from '../model';
import { named, namedSchemas } from './named';

// What is known beyond the API gets its name here, at the edge of it.
named(
  answerSchema,
  'Answer',
  'The answer to one question; revision 0: none yet',
);
named(
  annotationProblemSchema,
  'AnnotationProblem',
  'Something in the catalog that cannot be used as it stands',
);
named(
  choiceNotApplicableSchema,
  'ChoiceNotApplicable',
  'A practice that does not apply, and why',
);
named(
  evidenceSchema,
  'Evidence',
  'Something that shows a practice is followed',
);
named(historyLineSchema, 'HistoryLine', 'One line of a history file');
named(
  iterationSchema,
  'Iteration',
  'One pass through a phase of the lifecycle',
);
named(
  lensDocumentSchema,
  'LensDocument',
  'An AWS custom lens file, or the ML Lens superset of it',
);
named(matrixCellSchema, 'MatrixCell', 'Figures of a pillar within a phase');
named(milestoneSchema, 'Milestone', "A named mark on a review's history");
named(notApplicableSchema, 'NotApplicable', 'Why a question does not apply');
named(phaseStateSchema, 'PhaseState', 'Where a phase of the lifecycle stands');
named(phaseStatusSchema, 'PhaseStatus', 'Status of a phase');
named(reasonSchema, 'Reason', 'Why something does not apply');
named(reviewBriefSchema, 'ReviewBrief', 'Figures of a review');
named(reviewEventSchema, 'ReviewEvent', "One event of a review's history");
named(riskSchema, 'Risk', 'Risk of one question');
named(riskCountsSchema, 'RiskCounts', 'How many questions are of each risk');
named(scopeSchema, 'Scope', 'Figures of a pillar or phase');
named(
  scorecardSchema,
  'Scorecard',
  'Score (0..100, null when nothing applies), coverage (0..1), level and risks',
);
named(workloadSchema, 'Workload', 'The ML system under review');
named(
  profileSchema,
  'WorkloadProfile',
  "Layer of the ML stack and team's ratings",
);

/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 uses. */
export type JsonSchema = { [key: string]: unknown };

/**
 * Turns contract schemas into JSON Schema and gathers the named ones.
 */
export class SchemaComponents {
  readonly #schemas = new Map<string, JsonSchema>();

  /** JSON Schema of what a caller sends (`input`) or gets (`output`). */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema, $defs, ...result } = z.toJSONSchema(schema, {
      io,
      metadata: namedSchemas,
      target: 'draft-2020-12',
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        // Answers may grow: a new field is no breach of the contract.
        if (def.type === 'object' && !('catchall' in def && def.catchall)) {
          delete jsonSchema.additionalProperties;
        }
        // The format says it already; the pattern only makes it unreadable.
        if (jsonSchema.format?.startsWith('date')) {
          delete jsonSchema.pattern;
        }
      },
    });
    for (const [name, definition] of Object.entries($defs ?? {})) {
      this.#add(name, withComponentRefs(definition) as JsonSchema);
    }
    return withComponentRefs(result) as JsonSchema;
  }

  /** Every named schema seen so far, by name in alphabetical order. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries(
      [...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #add(name: string, definition: JsonSchema) {
    const known = this.#schemas.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(
        `Schema "${name}" is not the same when sent and when got`,
      );
    }
    this.#schemas.set(name, definition);
  }
}

function withComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withComponentRefs);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : withComponentRefs(inner),
    ]),
  );
}
