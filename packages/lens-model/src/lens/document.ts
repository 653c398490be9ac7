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
  /** Of a question; beyond, sums of weights lose what the others say. */
  weight: 1000,
  idPattern: /^[A-Za-z0-9_]{3,128}$/,
} as const;

/** Suffix of the id of a question's "none of these" choice (AWS convention). */
export const NONE_OF_THESE_SUFFIX = '_no';

/**
 * What editors are told about a value through the JSON Schema: what it means,
 * and limits that are checked by `parseLens` rather than by these schemas.
 */
function hint(description: string, limits: object = {}) {
  return { description, ...limits };
}

const NAME = { minLength: 1, maxLength: LENS_LIMITS.name };
const TITLE = { minLength: 1, maxLength: LENS_LIMITS.title };
const PROSE = { maxLength: LENS_LIMITS.description };
const ID = { pattern: LENS_LIMITS.idPattern.source };
const WEB_ADDRESS = { pattern: '^(https?://.*)?$' };

const resource = z.looseObject({
  displayText: z
    .string()
    .meta(hint('Text to show.', { maxLength: LENS_LIMITS.displayText })),
  url: z
    .string()
    .meta(hint('Address that starts with http:// or https://.', WEB_ADDRESS))
    .optional(),
});

const additionalResource = z.looseObject({
  type: z.enum(['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']),
  content: z
    .array(resource)
    .meta({ maxItems: LENS_LIMITS.additionalResourceContents }),
});

/**
 * The risk of a practice that is not established, highest first.
 * @public
 */
export const PRACTICE_RISK_LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** @public */
export type PracticeRiskLevel = (typeof PRACTICE_RISK_LEVELS)[number];

const choice = z.looseObject({
  id: z
    .string()
    .meta(
      hint(
        'Unique within the question. The suffix `_no` marks "none of these", which excludes the other choices.',
        ID,
      ),
    ),
  title: z.string().meta(hint('The best practice in one line.', TITLE)),
  description: z
    .string()
    .meta(hint('What the practice means.', PROSE))
    .optional(),
  helpfulResource: resource
    .meta(hint('Why it matters, and how to tell that it is done.'))
    .optional(),
  improvementPlan: resource
    .meta(
      hint(
        'The next step for a team that does not do it yet. Required, except for "none of these".',
      ),
    )
    .optional(),
  additionalResources: z
    .array(additionalResource)
    .meta(hint('At most one entry of each type.', { maxItems: 2 }))
    .optional(),
  origin: z.string().meta(hint('Where the practice comes from.')).optional(),
  riskLevel: z
    .enum(PRACTICE_RISK_LEVELS)
    .meta(
      hint(
        'The risk if this practice is not established; in scores it weighs 3, 2 or 1. A practice without weighs 1.',
      ),
    )
    .optional(),
});

const riskRule = z.looseObject({
  condition: z
    .string()
    .meta(
      hint(
        'Choice ids joined by `&&`, `||`, `!` and parentheses, or `default` alone. The first rule that holds decides.',
        { minLength: 1, maxLength: LENS_LIMITS.ruleLength },
      ),
    ),
  risk: z.enum(['HIGH_RISK', 'MEDIUM_RISK', 'NO_RISK']),
});

const question = z.looseObject({
  id: z.string().meta(hint('Unique in the whole lens.', ID)),
  title: z
    .string()
    .meta(hint('One thing to be assessed, as a question.', TITLE)),
  description: z
    .string()
    .meta(hint('What helps to answer it.', PROSE))
    .optional(),
  helpfulResource: resource.optional(),
  choices: z.array(choice).meta(
    hint('Best practices to select from.', {
      minItems: 1,
      maxItems: LENS_LIMITS.choicesPerQuestion,
    }),
  ),
  riskRules: z.array(riskRule).meta(
    hint(
      'How an answer is judged: at most one rule per risk, `default` last.',
      {
        minItems: 1,
        maxItems: LENS_LIMITS.rulesPerQuestion,
      },
    ),
  ),
  phase: z
    .string()
    .meta(hint('Id of the lifecycle phase the question belongs to.'))
    .optional(),
  weight: z
    .number()
    .positive()
    .max(LENS_LIMITS.weight)
    .meta(hint('Weight of the question in scores; 1 unless told.'))
    .optional(),
  crispDm: z
    .array(z.string())
    .meta(
      hint('CRISP-DM phases, where they are fewer than those of the phase.'),
    )
    .optional(),
});

const pillar = z.looseObject({
  id: z.string().meta(hint('Unique in the lens.', ID)),
  name: z.string().meta(NAME),
  questions: z
    .array(question)
    .meta({ maxItems: LENS_LIMITS.questionsPerPillar }),
});

const phase = z.looseObject({
  id: z.string(),
  name: z.string().meta(NAME),
  description: z.string().meta(hint('Guidance in markdown.')).optional(),
  crispDm: z
    .array(z.string())
    .meta(hint('CRISP-DM phases it corresponds to.'))
    .optional(),
  activities: z
    .array(z.string())
    .meta(hint('What is done in this phase, a sentence each.'))
    .optional(),
  services: z.array(z.string()).meta(hint('Ids of services.')).optional(),
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
  name: z.string().meta(hint('The name the lens uses for it.', NAME)),
  url: z.string().meta(WEB_ADDRESS).optional(),
  status: z.enum(SERVICE_STATUSES),
  replacedBy: z
    .string()
    .meta(hint('What it is called now, or what took its place.'))
    .optional(),
  note: z.string().meta(hint('What changed, in a sentence.')).optional(),
  statusCheckedOn: z.iso
    .date()
    .meta(hint('The day on which the status was last looked up.'))
    .optional(),
});

export const stackRatings = {
  skill: z.enum(['low', 'medium', 'high']),
  timeToMarket: z.enum(['shortest', 'medium', 'longest']),
  customization: z.enum(['least', 'high', 'full']),
};

const stackLayer = z.looseObject({
  id: z.string(),
  name: z.string().meta(NAME),
  description: z.string().optional(),
  suits: z.string().meta(hint('Whom it suits.')).optional(),
  ...stackRatings,
  moot: z
    .array(
      z.looseObject({
        question: z.string().meta(hint('Id of a question.')),
        choice: z
          .string()
          .meta(
            hint('Id of one of its choices; the whole question without it.'),
          )
          .optional(),
        reason: z.string(),
      }),
    )
    .meta(hint('Practices the layer makes moot: suggested as not applicable.'))
    .optional(),
});

const level = z.looseObject({
  name: z.string().meta(NAME),
  from: z
    .number()
    .min(0)
    .max(100)
    .meta(hint('Lowest score of the level; the first level starts from 0.')),
  noHigh: z
    .boolean()
    .meta(hint('Whether a single high risk keeps a workload off the level.'))
    .optional(),
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
  id: z
    .string()
    .meta(hint('Id of the lens in ML Lens; made from the name without it.'))
    .optional(),
  version: z
    .string()
    .meta(hint('Version of the lens in ML Lens; counted up without it.'))
    .optional(),
  name: z.string().meta(NAME),
  description: z.string().meta(PROSE),
  pillars: z.array(pillar).meta({ minItems: 1, maxItems: LENS_LIMITS.pillars }),
  phases: z
    .array(phase)
    .meta(hint('Phases of the ML lifecycle, in order.'))
    .optional(),
  services: z
    .array(service)
    .meta(hint('AWS services that phases name.'))
    .optional(),
  stackLayers: z
    .array(stackLayer)
    .meta(hint('Layers of the ML stack a workload can build on.'))
    .optional(),
  levels: z
    .array(level)
    .meta(hint('Ladder of maturity levels, from low to high.'))
    .optional(),
  locales: z
    .record(z.string(), localeTexts)
    .meta(
      hint(
        'Texts in other languages, by language tag: keyed by id in the shape of the document, or by JSON pointer.',
      ),
    )
    .optional(),
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
