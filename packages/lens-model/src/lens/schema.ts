// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { STACK_RATINGS } from '../model';
import { looseObjectOf } from '../zodTypes';
import {
  CONFIRM_REASONS,
  LENS_LIMITS,
  PRACTICE_RISK_LEVELS,
  SERVICE_STATUSES,
  type LensDocument,
} from './document';

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

export const resource = z.looseObject({
  displayText: z
    .string()
    .meta(hint('Text to show.', { maxLength: LENS_LIMITS.displayText })),
  url: z
    .string()
    .meta(hint('Address that starts with http:// or https://.', WEB_ADDRESS))
    .optional(),
});

export const additionalResource = z.looseObject({
  type: z.enum(['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']),
  content: z
    .array(resource)
    .meta({ maxItems: LENS_LIMITS.additionalResourceContents }),
});

export const choice = z.looseObject({
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
  dueFrom: z
    .string()
    .meta(
      hint(
        'Id of the phase from which the practice is due; not before its question, and with it unless told.',
      ),
    )
    .optional(),
  countsFrom: z.iso
    .date()
    .meta(
      hint(
        'Day (UTC) from which the practice counts, as "2027-01-01"; until then it is announced: shown, and part of no figure.',
      ),
    )
    .optional(),
});

export const riskRule = z.looseObject({
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

/** Reasons a question can name; its age says itself what it concerns. */
export const confirmReason = z.enum(CONFIRM_REASONS).exclude(['AGE']);

export const confirm = z.looseObject({
  on: z
    .array(confirmReason)
    .meta(
      hint(
        'Which reasons put its answers in doubt; LENS_CHANGED and EVIDENCE_CONTRADICTS unless told.',
      ),
    )
    .optional(),
  age: z
    .string()
    .meta(
      hint(
        'How long an answer holds before somebody confirms it: an ISO 8601 duration such as P180D.',
      ),
    )
    .optional(),
});

export const question = z.looseObject({
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
  dueFrom: z
    .string()
    .meta(
      hint(
        'Id of the phase from which the question is due; its own phase unless told. What is not due yet does not lower the readiness.',
      ),
    )
    .optional(),
  weight: z
    .number()
    .positive()
    .max(LENS_LIMITS.weight)
    .meta(hint('Weight of the question in scores; 1 unless told.'))
    .optional(),
  confirm: confirm
    .meta(hint('What puts answers of the question in doubt.'))
    .optional(),
  crispDm: z
    .array(z.string())
    .meta(
      hint('CRISP-DM phases, where they are fewer than those of the phase.'),
    )
    .optional(),
});

export const pillar = z.looseObject({
  id: z.string().meta(hint('Unique in the lens.', ID)),
  name: z.string().meta(NAME),
  questions: z
    .array(question)
    .meta({ maxItems: LENS_LIMITS.questionsPerPillar }),
});

export const phase = z.looseObject({
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

export const service = z.looseObject({
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

export const moot = z.looseObject({
  question: z.string().meta(hint('Id of a question.')),
  choice: z
    .string()
    .meta(hint('Id of one of its choices; the whole question without it.'))
    .optional(),
  reason: z.string(),
});

export const stackLayer = z.looseObject({
  id: z.string(),
  name: z.string().meta(NAME),
  description: z.string().optional(),
  suits: z.string().meta(hint('Whom it suits.')).optional(),
  skill: z.enum(STACK_RATINGS.skill),
  timeToMarket: z.enum(STACK_RATINGS.timeToMarket),
  customization: z.enum(STACK_RATINGS.customization),
  moot: z
    .array(moot)
    .meta(hint('Practices the layer makes moot: suggested as not applicable.'))
    .optional(),
});

export const levelFigure = z.enum(['score', 'readiness']);

export const level = z.looseObject({
  name: z.string().meta(NAME),
  from: z
    .number()
    .min(0)
    .max(100)
    .meta(hint('Lowest score of the level; the first level starts from 0.')),
  of: levelFigure
    .meta(
      hint(
        'The figure "from" is of, the same for every level; the score unless told.',
      ),
    )
    .optional(),
  noHigh: z
    .boolean()
    .meta(hint('Whether a single high risk keeps a workload off the level.'))
    .optional(),
});

export const gate = z.looseObject({
  id: z.string().meta(hint('Unique among the gates of the lens.')),
  phase: z.string().meta(hint('Id of the phase the gate ends.')),
  name: z.string().meta(NAME),
  description: z.string().meta(hint('What is decided at the gate.')).optional(),
  require: z
    .looseObject({
      noHigh: z
        .boolean()
        .meta(
          hint(
            'No question that is due by the phase is at high risk, unless waived.',
          ),
        )
        .optional(),
      coverage: z
        .number()
        .min(0)
        .max(1)
        .meta(hint('Least coverage of what is due by the phase, 0 to 1.'))
        .optional(),
      practices: z
        .array(z.string())
        .meta(
          hint(
            'Practices in place, as "question/choice", or a choice id that is used once.',
          ),
        )
        .optional(),
      evidenceFresh: z
        .boolean()
        .meta(
          hint(
            'No evidence about what is due is out of date or contradicts an answer.',
          ),
        )
        .optional(),
      maxWaivers: z
        .number()
        .int()
        .min(0)
        .meta(hint('Most waivers in force among what is due.'))
        .optional(),
    })
    .meta(hint('What must hold; what is left out need not.')),
});

/**
 * One language's texts. Keys that start with `/` are JSON pointers into the
 * document; the other keys follow the document's shape with lists keyed by id.
 */
const localeTexts = z.record(z.string(), z.unknown());

/** The structure of a lens document alone; unknown keys are kept. */
export const lensDocumentSchema = looseObjectOf<LensDocument>()(
  z.looseObject({
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
    pillars: z
      .array(pillar)
      .meta({ minItems: 1, maxItems: LENS_LIMITS.pillars }),
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
    gates: z
      .array(gate)
      .meta(hint('Where somebody says that the work may go on.'))
      .optional(),
    locales: z
      .record(z.string(), localeTexts)
      .meta(
        hint(
          'Texts in other languages, by language tag: keyed by id in the shape of the document, or by JSON pointer.',
        ),
      )
      .optional(),
  }),
);
