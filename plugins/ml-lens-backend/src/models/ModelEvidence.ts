/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type {
  MlLensCollectedEvidence,
  MlLensEvidenceContext,
  MlLensEvidenceProvider,
  MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { ModelReader } from './ModelReader';
import { modelKey } from './ModelStore';
import { MODEL_RULES, type ModelRule } from './rules';

/** Evidence says nothing any more when nobody could ask for so long. */
const TTL = { days: 2 };

/** A model of a workload that its system could be asked about. */
interface Observed {
  source: string;
  fact: MlLensModelFact | null;
  observedAt: string;
}

/**
 * Says of practices what is known of a workload's models. "Cannot be reached"
 * is never "is not there": what was said last counts until it is too old.
 */
export class ModelEvidence implements MlLensEvidenceProvider {
  readonly id = 'models';
  readonly title = 'Models';
  readonly lensIds = Object.keys(MODEL_RULES);
  readonly schedule = {
    frequency: { minutes: 15 },
    initialDelay: { seconds: 60 },
    timeout: { minutes: 60 },
    scope: 'global' as const,
  };

  constructor(private readonly deps: { models: ModelReader }) {}

  async collect({
    workload,
    lens,
  }: MlLensEvidenceContext): Promise<MlLensCollectedEvidence[]> {
    const { models } = this.deps;
    const own = (await models.named(workload.id)).filter(
      ({ decided }) => decided.states.get(workload.id) === 'OWN',
    );
    if (own.length === 0) {
      return [];
    }
    const known = await models.store.known(own);
    const observed = own.flatMap((model): Observed[] => {
      const found = known.get(modelKey(model));
      return found?.observedAt
        ? [
            {
              source: model.source,
              fact: found.fact,
              observedAt: found.observedAt,
            },
          ]
        : [];
    });
    return (MODEL_RULES[lens.id] ?? []).flatMap(rule =>
      evidenceOf(rule, observed),
    );
  }
}

function evidenceOf(
  rule: ModelRule,
  observed: readonly Observed[],
): MlLensCollectedEvidence[] {
  const judged = observed.flatMap(({ source, fact, observedAt }) => {
    const passed = rule.sources.includes(source) ? rule.test(fact) : undefined;
    return passed === undefined ? [] : [{ passed, observedAt, url: fact?.url }];
  });
  if (judged.length === 0) {
    return [];
  }
  const failed = judged.filter(({ passed }) => !passed);
  const count = judged.length - failed.length;
  const verdict = failed.length > 0 ? rule.otherwise : 'SUPPORTS';
  return verdict === undefined
    ? []
    : [
        {
          questionId: rule.question,
          choiceId: rule.choice,
          key: rule.id,
          verdict,
          title: rule.title(count, judged.length),
          url: (failed.at(0) ?? judged[0]).url,
          // As old as the oldest of what it rests on.
          observedAt: judged.map(one => one.observedAt).sort()[0],
          ttl: TTL,
        },
      ];
}
