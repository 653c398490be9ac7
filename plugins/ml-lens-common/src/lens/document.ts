/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { z } from 'zod';

/**
 * Limits of AWS custom lens files, from the lens format specification of the
 * AWS Well-Architected Tool.
 * @public
 */
export const LENS_LIMITS = {
  schemaVersion: '2021-11-01',
  documentBytes: 500_000,
  pillars: 10,
  questionsPerPillar: 20,
  choicesPerQuestion: 15,
  rulesPerQuestion: 3,
  name: 128,
  title: 128,
  description: 2048,
  displayText: 2048,
  additionalResourceContents: 5,
  ruleNesting: 64,
  /** Characters of one condition; the longest seen in published lenses has 182. */
  ruleLength: 8192,
  idPattern: /^[A-Za-z0-9_]{3,128}$/,
} as const;

/** Suffix of the id of a question's "none of these" choice (AWS convention). */
export const NONE_OF_THESE_SUFFIX = '_no';

const resource = z.looseObject({
  displayText: z.string(),
  url: z.string().optional(),
});

const additionalResource = z.looseObject({
  type: z.enum(['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']),
  content: z.array(resource),
});

const choice = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  helpfulResource: resource.optional(),
  improvementPlan: resource.optional(),
  additionalResources: z.array(additionalResource).optional(),
  origin: z.string().optional(),
});

const riskRule = z.looseObject({
  condition: z.string(),
  risk: z.enum(['HIGH_RISK', 'MEDIUM_RISK', 'NO_RISK']),
});

const question = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  helpfulResource: resource.optional(),
  choices: z.array(choice),
  riskRules: z.array(riskRule),
  phase: z.string().optional(),
  weight: z.number().positive().optional(),
  crispDm: z.array(z.string()).optional(),
});

const pillar = z.looseObject({
  id: z.string(),
  name: z.string(),
  questions: z.array(question),
});

const phase = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  crispDm: z.array(z.string()).optional(),
  activities: z.array(z.string()).optional(),
  services: z.array(z.string()).optional(),
});

/** What became of an AWS service since the edition that names it. */
export const SERVICE_STATUSES = [
  'CURRENT',
  'RENAMED',
  'MERGED',
  'CLOSED_TO_NEW_CUSTOMERS',
  'RETIRED',
] as const;

const service = z.looseObject({
  id: z.string(),
  name: z.string(),
  url: z.string().optional(),
  status: z.enum(SERVICE_STATUSES),
  replacedBy: z.string().optional(),
  note: z.string().optional(),
  statusCheckedOn: z.iso.date().optional(),
});

export const stackRatings = {
  skill: z.enum(['low', 'medium', 'high']),
  timeToMarket: z.enum(['shortest', 'medium', 'longest']),
  customization: z.enum(['least', 'high', 'full']),
};

const stackLayer = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  suits: z.string().optional(),
  ...stackRatings,
  moot: z
    .array(
      z.looseObject({
        question: z.string(),
        choice: z.string().optional(),
        reason: z.string(),
      }),
    )
    .optional(),
});

const level = z.looseObject({
  name: z.string(),
  from: z.number().min(0).max(100),
  noHigh: z.boolean().optional(),
});

/**
 * One language's texts. Keys that start with `/` are JSON pointers into the
 * document; the other keys follow the document's shape with lists keyed by id.
 */
const localeTexts = z.record(z.string(), z.unknown());

/**
 * A lens document: an AWS custom lens file, or the ML Lens superset of it.
 * Unknown keys are kept. This is the structure only; {@link parseLens} checks
 * limits, ids, rules and links and reports every problem with its place.
 *
 * @public
 */
export const lensDocumentSchema = z.looseObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(LENS_LIMITS.schemaVersion),
  id: z.string().optional(),
  version: z.string().optional(),
  name: z.string(),
  description: z.string(),
  pillars: z.array(pillar),
  phases: z.array(phase).optional(),
  services: z.array(service).optional(),
  stackLayers: z.array(stackLayer).optional(),
  levels: z.array(level).optional(),
  locales: z.record(z.string(), localeTexts).optional(),
});

/** @public */
export type LensDocument = z.infer<typeof lensDocumentSchema>;
/** @public */
export type LensPillar = z.infer<typeof pillar>;
/** @public */
export type LensQuestion = z.infer<typeof question>;
/** @public */
export type LensChoice = z.infer<typeof choice>;
/** @public */
export type LensRiskRule = z.infer<typeof riskRule>;
/** @public */
export type LensPhase = z.infer<typeof phase>;
/** @public */
export type LensService = z.infer<typeof service>;
/** @public */
export type LensStackLayer = z.infer<typeof stackLayer>;
/** @public */
export type LensLevel = z.infer<typeof level>;
/** @public */
export type LensResource = z.infer<typeof resource>;
