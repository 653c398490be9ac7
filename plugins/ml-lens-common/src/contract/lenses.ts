// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { lensDocumentSchema } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import {
  cursorParam,
  defineRoute,
  errorBodySchema,
  limitParam,
  manyParam,
  pageOf,
} from './route';

export const lensStatusSchema = z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']);
named(lensStatusSchema, 'LensStatus', 'Where a version is in its life');

export const lensCountsSchema = z.object({
  pillars: z.number().int(),
  questions: z.number().int(),
  choices: z.number().int(),
});
named(lensCountsSchema, 'LensCounts', 'Size of a lens');

/** Something wrong, or worth knowing, at one place of a document. */
export const lensProblemSchema = z.object({
  /** JSON pointer of the place; empty for the whole document. */
  pointer: z.string(),
  code: z.string(),
  /** Of a warning that is for information: nothing needs to be done. */
  information: z.literal(true).optional(),
  /** What is wrong, and what to do. */
  message: z.string(),
  /** What the message names, for those who say it in another language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** 1-based place in the text, where the text is known. */
  line: z.number().int().min(1).optional(),
  column: z.number().int().min(1).optional(),
});
named(
  lensProblemSchema,
  'LensProblem',
  'Something wrong, or worth knowing, at one place of a lens file',
);

const lensVersionInfo = {
  version: z.string(),
  status: lensStatusSchema,
  isMajor: z.boolean(),
  origin: z.enum(['builtin', 'config', 'import']),
  counts: lensCountsSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  publishedAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
};
export const lensVersionSchema = z.object(lensVersionInfo);
named(lensVersionSchema, 'LensVersion', 'One version of a lens');

/** One lens with its latest visible version first. */
export const lensListItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  ...lensVersionInfo,
  versions: z.array(lensVersionSchema),
  usage: z.object({
    workloads: z.number().int(),
    meanScore: z.number().nullable(),
    meanCoverage: z.number().nullable(),
  }),
  /** Names in other languages, by language. */
  names: z.record(z.string(), z.string()),
  /** Descriptions in other languages, by language. */
  descriptions: z.record(z.string(), z.string()),
});
named(lensListItemSchema, 'LensListItem', 'A lens with its versions and use');

/** A lens document with the facts of its version. */
export const lensDefinitionSchema = lensDocumentSchema.extend({
  id: z.string(),
  ...lensVersionInfo,
});
named(
  lensDefinitionSchema,
  'LensDefinition',
  'A lens document with the facts of its version',
);

export const lensImportResultSchema = z.object({
  lensId: z.string(),
  version: z.string(),
  status: lensStatusSchema,
  counts: lensCountsSchema,
  warnings: z.array(lensProblemSchema),
});
named(lensImportResultSchema, 'LensImportResult', 'The draft an import made');

/** What an import, publish or upgrade changes between two versions. */
export const lensDiffSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Whether reviewers must look again: something was added, removed or judged differently. */
  major: z.boolean(),
  changes: z.array(
    z.object({
      kind: z.enum(['ADDED', 'REMOVED', 'REWORDED', 'MOVED', 'RULES_CHANGED']),
      target: z.enum(['lens', 'pillar', 'phase', 'question', 'choice']),
      pillarId: z.string().optional(),
      questionId: z.string().optional(),
      choiceId: z.string().optional(),
      /** Title (or name) after the change, or before it for a removal. */
      title: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});
named(
  lensDiffSchema,
  'LensDiff',
  'What changed between two versions of a lens',
);

const lensVersionRefSchema = z.object({
  lens: z.string(),
  version: z.string(),
});

/** A known way from the answers of one lens to those of another. */
export const lensMappingItemSchema = z.object({
  from: lensVersionRefSchema,
  to: lensVersionRefSchema,
  description: z.string(),
  /** Practices of the target by how well those they come from speak for them. */
  counts: z.object({
    same: z.number().int(),
    partial: z.number().int(),
  }),
});

/** Body of the 400 of an import that names every problem. */
export const lensProblemsBodySchema = errorBodySchema.extend({
  problems: z.array(lensProblemSchema),
});
named(
  lensProblemsBodySchema,
  'LensProblemsBody',
  'Every problem of a refused lens file',
);

const lensPageSchema = pageOf(lensListItemSchema);
named(lensPageSchema, 'LensPage', 'A page of lenses');

export const lensRoutes = {
  listLenses: defineRoute({
    method: 'get',
    path: '/lenses',
    summary: 'Lenses with their versions and use',
    tag: 'lenses',
    access: 'lens.read',
    query: z.object({
      q: z.string().max(200).optional().describe('Free text to look for'),
      status: manyParam.describe('Any of these statuses'),
      cursor: cursorParam,
      limit: limitParam,
    }),
    status: 200,
    response: lensPageSchema,
  }),
  getLens: defineRoute({
    method: 'get',
    path: '/lenses/{lensId}',
    summary:
      'One version of a lens in full; the latest published one unless told',
    tag: 'lenses',
    access: 'lens.read',
    query: z.object({
      version: z
        .string()
        .max(64)
        .optional()
        .describe('Version of the lens; the latest published one unless told'),
    }),
    status: 200,
    response: lensDefinitionSchema,
  }),
  importLens: defineRoute({
    method: 'post',
    path: '/lenses',
    summary: 'Import a lens file as a draft',
    tag: 'lenses',
    access: 'lens.manage',
    audit: { eventId: 'lens-mutate', actionType: 'import' },
    failures: {
      400: ['Every problem of the file', lensProblemsBodySchema],
      409: 'The version is published already',
    },
    query: z.object({
      lensId: z
        .string()
        .max(128)
        .optional()
        .describe(
          'Id of the lens; else the `id` of the document, else made of its name',
        ),
      version: z
        .string()
        .max(64)
        .optional()
        .describe('Version of the lens; the latest published one unless told'),
      /** Read the file from here instead (through the backend's URL readers). */
      url: z
        .string()
        .max(2048)
        .optional()
        .describe('Read the file from here instead of the body'),
      /** Check only; nothing is stored. */
      dryRun: z
        .enum(['true', 'false'])
        .optional()
        .describe('Check only; nothing is stored'),
    }),
    rawBody: 'lens-document',
    status: 201,
    response: lensImportResultSchema,
  }),
  publishLens: defineRoute({
    method: 'post',
    path: '/lenses/{lensId}/versions/{version}/publish',
    summary: 'Make a draft usable in reviews; it cannot change afterwards',
    tag: 'lenses',
    access: 'lens.manage',
    audit: { eventId: 'lens-mutate', actionType: 'publish' },
    failures: {
      400: ['Every problem of the draft', lensProblemsBodySchema],
      409: 'The version is not a draft',
    },
    status: 200,
    response: lensVersionSchema,
  }),
  archiveLens: defineRoute({
    method: 'post',
    path: '/lenses/{lensId}/versions/{version}/archive',
    summary: 'Take a version out of use; its reviews stay readable',
    tag: 'lenses',
    access: 'lens.manage',
    audit: { eventId: 'lens-mutate', actionType: 'archive' },
    failures: {
      409: 'The version is not published',
    },
    status: 200,
    response: lensVersionSchema,
  }),
  deleteLensDraft: defineRoute({
    method: 'delete',
    path: '/lenses/{lensId}/versions/{version}',
    summary: 'Throw a draft away',
    tag: 'lenses',
    access: 'lens.manage',
    audit: { eventId: 'lens-mutate', actionType: 'delete' },
    failures: {
      409: 'The version is not a draft',
    },
    status: 204,
    response: null,
  }),
  exportLens: defineRoute({
    method: 'get',
    path: '/lenses/{lensId}/export',
    summary: 'The lens as a file',
    tag: 'lenses',
    access: 'lens.read',
    file: lensDocumentSchema,
    query: z.object({
      version: z
        .string()
        .max(64)
        .optional()
        .describe('Version of the lens; the latest published one unless told'),
      format: z
        .enum(['aws', 'ml-lens'])
        .default('ml-lens')
        .describe('File format'),
    }),
    status: 200,
    response: null,
    produces: ['application/json'],
  }),
  diffLens: defineRoute({
    method: 'get',
    path: '/lenses/{lensId}/diff',
    summary: 'What changed between two versions of a lens',
    tag: 'lenses',
    access: 'lens.read',
    query: z.object({
      from: z.string().max(64).describe('The version to compare from'),
      to: z.string().max(64).describe('The version to compare with'),
    }),
    status: 200,
    response: lensDiffSchema,
  }),
  listLensMappings: defineRoute({
    method: 'get',
    path: '/lens-mappings',
    summary: 'Known ways from reviews of one lens to another',
    tag: 'lenses',
    access: 'lens.read',
    query: z.object({
      /** Only those from or to this lens. */
      lensId: z
        .string()
        .max(128)
        .optional()
        .describe(
          'Id of the lens; else the `id` of the document, else made of its name',
        ),
    }),
    status: 200,
    response: z.object({ items: z.array(lensMappingItemSchema) }),
  }),
};
