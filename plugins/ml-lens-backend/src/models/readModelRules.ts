// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import {
  MlLensSettings,
  mlLensFactPasses,
  readMlLensFactRule,
  type MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { MODEL_RULES, type ModelRule } from './rules';

/** What a rule of a portal may ask about, by the name it has there. */
const FACTS: Record<string, (fact: MlLensModelFact | null) => unknown> = {
  found: fact => fact !== null,
  'latest.approval': fact => fact?.latest?.approval,
  'latest.createdAt': fact => fact?.latest?.createdAt,
  'latest.stage': fact => fact?.latest?.stage,
  versions: fact => fact?.versions,
  'card.present': fact => fact?.card?.present,
  lastTrainedAt: fact => fact?.lastTrainedAt,
  hasInputs: fact => fact?.hasInputs,
  'alarms.rules': fact => fact?.alarms?.rules,
  'alarms.firing': fact => fact?.alarms?.firing,
  'alarms.silent': fact => fact?.alarms?.silent,
};

/**
 * The rules for facts of models, by lens: those that come with ML Lens, and
 * those of `mlLens.models.rules`.
 *
 * @throws InputError that names the key with a value that cannot be used
 */
export function readModelRules(
  rootConfig: Config,
): Record<string, readonly ModelRule[]> {
  const own = (
    MlLensSettings.below(rootConfig, 'mlLens.models')?.optionalList('rules') ??
    []
  ).map(readRule);
  const lenses = new Set([
    ...Object.keys(MODEL_RULES),
    ...own.map(({ lens }) => lens),
  ]);
  return Object.fromEntries(
    [...lenses].map(lens => [
      lens,
      [
        ...(MODEL_RULES[lens] ?? []),
        ...own.filter(one => one.lens === lens).map(({ rule }) => rule),
      ],
    ]),
  );
}

function readRule(settings: MlLensSettings): { lens: string; rule: ModelRule } {
  const { lens, rule, test, fields } = readMlLensFactRule(settings, {
    fields: ['fact'],
    key: ({ fact }) => `own/${fact}`,
    ttl: { days: 2 },
  });
  const valueOf = Object.hasOwn(FACTS, fields.fact)
    ? FACTS[fields.fact]
    : undefined;
  if (!valueOf) {
    throw settings.invalid(
      `must be one of ${Object.keys(FACTS).join(', ')}`,
      'fact',
    );
  }
  return {
    lens,
    rule: {
      ...rule,
      sources: settings.optionalStrings('sources'),
      test: fact => mlLensFactPasses(test, valueOf(fact)),
    },
  };
}
