/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';

/** One test of a fact, and what it says about a practice. */
export interface FactRule {
  factRetriever: string;
  fact: string;
  test: FactTest;
  lens: string;
  question: string;
  choice: string | undefined;
  title: string;
  /** What a failed test says; nothing when undefined. */
  otherwise: string | undefined;
  url: string | undefined;
  ttl: HumanDuration;
}

/** What a fact must be. */
export type FactTest =
  | { type: 'equals'; value: string | number | boolean }
  | { type: 'atLeast' | 'atMost'; value: number }
  | { type: 'includes'; value: string | number }
  | { type: 'within'; value: HumanDuration };

/** Configuration below `mlLens.evidence.techInsights`, checked. */
export interface TechInsightsConfig {
  frequency: HumanDuration;
  rules: FactRule[];
}

const KEY = 'mlLens.evidence.techInsights';
const TESTS = ['equals', 'atLeast', 'atMost', 'includes', 'within'] as const;
const TTL: HumanDuration = { days: 7 };
const FREQUENCY: HumanDuration = { hours: 1 };
const SHORTEST_MS = 60_000;

const text = (most: number) => z.string().trim().min(1).max(most);

const ruleSchema = z.object({
  factRetriever: text(255),
  fact: text(255),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  includes: z.union([z.string(), z.number()]).optional(),
  within: z.unknown().optional(),
  lens: text(255),
  question: text(255),
  choice: text(255).optional(),
  title: text(200),
  otherwise: text(200).optional(),
  url: z
    .string()
    .max(2048)
    .regex(/^https?:\/\//i, 'must start with http:// or https://')
    .optional(),
});

/**
 * Reads the configuration; undefined where there is none.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readTechInsightsConfig(
  rootConfig: Config,
): TechInsightsConfig | undefined {
  const config = rootConfig.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const frequency = durationOf(config, 'frequency', KEY) ?? FREQUENCY;
  if (!(durationToMilliseconds(frequency) >= SHORTEST_MS)) {
    throw invalid(`${KEY}.frequency: must be 1 minute or more`);
  }
  return {
    frequency,
    rules: config
      .getConfigArray('rules')
      .map((rule, index) => readRule(rule, `${KEY}.rules[${index}]`)),
  };
}

function readRule(config: Config, at: string): FactRule {
  const parsed = ruleSchema.safeParse(config.get());
  if (!parsed.success) {
    throw invalid(
      parsed.error.issues
        .map(issue => `${[at, ...issue.path].join('.')}: ${issue.message}`)
        .join('; '),
    );
  }
  const rule = parsed.data;
  return {
    factRetriever: rule.factRetriever,
    fact: rule.fact,
    test: readTest(config, rule, at),
    lens: rule.lens,
    question: rule.question,
    choice: rule.choice,
    title: rule.title,
    otherwise: rule.otherwise,
    url: rule.url,
    ttl: durationOf(config, 'ttl', at) ?? TTL,
  };
}

function readTest(
  config: Config,
  rule: z.infer<typeof ruleSchema>,
  at: string,
): FactTest {
  const [type, ...others] = TESTS.filter(name => rule[name] !== undefined);
  if (!type || others.length > 0) {
    throw invalid(`${at}: needs one of ${TESTS.join(', ')}`);
  }
  return type === 'within'
    ? { type, value: durationOf(config, type, at)! }
    : ({ type, value: rule[type] } as FactTest);
}

function durationOf(
  config: Config,
  key: string,
  at: string,
): HumanDuration | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const duration = readDurationFromConfig(config, { key });
  if (!(durationToMilliseconds(duration) > 0)) {
    throw invalid(`${at}.${key}: must be longer than nothing`);
  }
  return duration;
}

function invalid(problem: string): InputError {
  return new InputError(`Invalid configuration: ${problem}`);
}
