// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { LENS_LIMITS, NOT_ASSESSED, type LensLevel } from '@ml-lens/lens-model';
import type { LensGate } from '@ml-lens/lens-model/gates';
import { z } from 'zod';
import type { LinkPolicy } from './workloads/membership';
import {
  NOTIFICATION_LANGUAGES,
  type NotificationLanguage,
} from './notifications/texts';

/** Configuration below `mlLens`, checked and with defaults. */
export interface MlLensConfig {
  /** Lenses of workloads whose primary entity names none. */
  defaultLenses: string[];
  /** Lens files to publish at start: paths, globs or URLs. */
  lensTargets: string[];
  /** Ladder of levels; undefined for the built-in one. */
  levels: LensLevel[] | undefined;
  /** Which entities join a workload without being asked. */
  links: LinkPolicy;
  sync: {
    frequency: HumanDuration;
    /** Share of the workloads, 0 to 1, above which a removal waits. */
    maxRemoved: number;
  };
  history: { maxImportBytes: number };
  /** The longest a risk can be accepted. */
  waivers: {
    maxDuration: HumanDuration;
    /** Who is told of requests; everybody who may approve where empty. */
    approvers: string[];
  };
  /** Answers that machines propose. */
  proposals: {
    /** How long one waits to be decided on. */
    expireAfter: HumanDuration;
    /** Most that one identity proposes within an hour. */
    perHour: number;
  };
  /**
   * How often a review is to be looked at, and its owner told; how long it may
   * be in a phase before it is stuck, undefined for 90 days.
   */
  freshness: {
    reviewEvery: HumanDuration;
    digestEvery: HumanDuration;
    stuckAfter: HumanDuration | undefined;
  };
  /** Lifecycles of workloads that count in no mean and are never due. */
  retiredLifecycles: string[];
  /** Gates of the company, beside those of lenses. */
  gates: ConfiguredGate[];
  /** Language of notifications. */
  notifications: { language: NotificationLanguage };
  /** Whether the built-in provider looks for evidence in the catalog. */
  evidence: { catalogMetadata: boolean };
  /** Whether reviews can be shown to everybody as a badge. */
  badges: boolean;
  /** How long things are kept; undefined for good. */
  retention: { evidence?: HumanDuration; notes?: HumanDuration };
  /** History files imported once at start. */
  demoHistory: DemoHistory[];
}

/** A gate of the company, and the lenses it is for; all with its phase unless told. */
export type ConfiguredGate = LensGate & { lenses?: string[] };

/** History of the demo. */
export interface DemoHistory {
  /** A path or a glob. */
  target: string;
  /** The day it takes for today: when started later, its dates move on. */
  writtenOn?: string;
}

const MEGABYTE = 1_000_000;
/** Shortest durations there can be, in words and milliseconds. */
const TEN_SECONDS = { name: '10 seconds', ms: 10_000 };
const ONE_MINUTE = { name: '1 minute', ms: 60_000 };
const ONE_DAY = { name: '1 day', ms: 86_400_000 };

const lensId = z.string().trim().min(1).max(LENS_LIMITS.name);
const targets = z.array(z.object({ target: z.string().trim().min(1) }));

const schema = z.object({
  defaultLenses: z.array(lensId).min(1).default(['aws-ml-lens']),
  lenses: targets.default([]),
  links: z.enum(['sameOwner', 'anyEntity']).default('sameOwner'),
  levels: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        from: z.number().min(0).max(100),
        of: z.enum(['score', 'readiness']).optional(),
        noHigh: z.boolean().optional(),
      }),
    )
    .min(1)
    .superRefine(checkLadder)
    .optional(),
  badges: z.boolean().default(false),
  retiredLifecycles: z
    .array(z.string().trim().min(1))
    .default(['deprecated', 'retired']),
  gates: z
    .array(
      z.object({
        id: z
          .string()
          .regex(
            /^[\w.-]{1,128}$/,
            'must be letters, digits, ".", "_" and "-"',
          ),
        phase: z.string().trim().min(1),
        name: z.string().trim().min(1).max(LENS_LIMITS.name),
        description: z.string().max(LENS_LIMITS.description).optional(),
        lenses: z.array(lensId).min(1).optional(),
        require: z.strictObject({
          noHigh: z.boolean().optional(),
          coverage: z.number().min(0).max(1).optional(),
          practices: z.array(z.string().trim().min(1)).optional(),
          evidenceFresh: z.boolean().optional(),
          maxWaivers: z.number().int().min(0).optional(),
        }),
      }),
    )
    .superRefine((gates, ctx) =>
      gates.forEach(({ id }, index) => {
        if (gates.findIndex(other => other.id === id) < index) {
          ctx.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `'${id}' is named twice`,
          });
        }
      }),
    )
    .default([]),
  sync: z
    .object({ maxRemoved: z.number().min(0).max(1).default(0.2) })
    .prefault({}),
  waivers: z
    .object({ approvers: z.array(z.string().trim().min(1)).default([]) })
    .prefault({}),
  proposals: z
    .object({ perHour: z.number().int().min(1).max(1_000_000).default(5000) })
    .prefault({}),
  history: z
    .object({ maxImportMegabytes: z.number().positive().max(500).default(50) })
    .prefault({}),
  evidence: z
    .object({ catalogMetadata: z.boolean().default(true) })
    .prefault({}),
  notifications: z
    .object({ language: z.enum(NOTIFICATION_LANGUAGES).default('en') })
    .prefault({}),
  demo: z
    .object({
      history: z
        .array(
          z.object({
            target: z.string().trim().min(1),
            writtenOn: z.iso.date().optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

/**
 * Reads the configuration once at start.
 *
 * Throws InputError that names every key with a value that cannot be used.
 */
export function readMlLensConfig(rootConfig: Config): MlLensConfig {
  const parsed = schema.safeParse(rootConfig.getOptional('mlLens') ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${['mlLens', ...issue.path].join('.')}: ${issue.message}`,
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  const { lenses, history, demo, ...settings } = parsed.data;
  const duration = (key: string, shortest: { name: string; ms: number }) =>
    readDuration(rootConfig, `mlLens.${key}`, shortest);
  return {
    ...settings,
    defaultLenses: [...new Set(settings.defaultLenses)],
    lensTargets: lenses.map(({ target }) => target),
    levels: settings.levels,
    sync: {
      ...settings.sync,
      frequency: duration('sync.frequency', TEN_SECONDS) ?? { minutes: 10 },
    },
    history: { maxImportBytes: history.maxImportMegabytes * MEGABYTE },
    waivers: {
      approvers: settings.waivers.approvers.map(ref => ref.toLowerCase()),
      maxDuration: duration('waivers.maxDuration', ONE_MINUTE) ?? { years: 1 },
    },
    proposals: {
      ...settings.proposals,
      expireAfter: duration('proposals.expireAfter', ONE_MINUTE) ?? {
        days: 30,
      },
    },
    freshness: {
      reviewEvery: duration('freshness.reviewEvery', ONE_MINUTE) ?? {
        days: 90,
      },
      digestEvery: duration('freshness.digestEvery', TEN_SECONDS) ?? {
        weeks: 1,
      },
      stuckAfter: duration('freshness.stuckAfter', ONE_DAY),
    },
    retention: {
      evidence: duration('retention.evidence', ONE_DAY),
      notes: duration('retention.notes', ONE_DAY),
    },
    demoHistory: demo.history,
  };
}

/** A duration of the configuration; undefined where it is not set. */
function readDuration(
  rootConfig: Config,
  key: string,
  { name, ms }: { name: string; ms: number },
): HumanDuration | undefined {
  if (!rootConfig.has(key)) {
    return undefined;
  }
  const duration = readDurationFromConfig(rootConfig, { key });
  if (!(durationToMilliseconds(duration) >= ms)) {
    throw new InputError(
      `Invalid configuration: ${key}: must be ${name} or more`,
    );
  }
  return duration;
}

/** A ladder starts at 0 and climbs, and every rung has its own name. */
function checkLadder(levels: LensLevel[], ctx: z.core.$RefinementCtx) {
  levels.forEach((level, index) => {
    const complain = (key: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [index, key], message });
    const before = levels[index - 1];
    if (index === 0 && level.from !== 0) {
      complain('from', 'the first level must start from 0');
    }
    if (before && level.from <= before.from) {
      complain('from', `must be above the ${before.from} of the level before`);
    }
    if ((level.of ?? 'score') !== (levels[0].of ?? 'score')) {
      complain('of', 'levels must all be of the score, or of the readiness');
    }
    if (level.name === NOT_ASSESSED) {
      complain('name', `'${NOT_ASSESSED}' has a meaning of its own`);
    }
    if (levels.findIndex(other => other.name === level.name) < index) {
      complain('name', `'${level.name}' is named twice`);
    }
  });
}
