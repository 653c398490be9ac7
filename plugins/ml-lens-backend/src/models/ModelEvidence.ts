// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mlLensEvidenceOf,
  type MlLensCollectedEvidence,
  type MlLensEvidenceContext,
  type MlLensEvidenceProvider,
  type MlLensFinding,
  type MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { ModelReader } from './ModelReader';
import { modelKey } from './ModelStore';
import type { ModelRule } from './rules';

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
  readonly lensIds: readonly string[];
  readonly schedule = {
    frequency: { minutes: 15 },
    initialDelay: { seconds: 60 },
    timeout: { minutes: 60 },
    scope: 'global' as const,
  };

  constructor(
    private readonly deps: {
      models: ModelReader;
      rules: Readonly<Record<string, readonly ModelRule[]>>;
    },
  ) {
    this.lensIds = Object.keys(deps.rules);
  }

  async collect(
    context: MlLensEvidenceContext,
  ): Promise<MlLensCollectedEvidence[]> {
    const [found] = await this.collectAll([context]);
    return found;
  }

  async collectAll(
    contexts: readonly MlLensEvidenceContext[],
  ): Promise<MlLensCollectedEvidence[][]> {
    const observed = await this.#observed([
      ...new Set(contexts.map(({ workload }) => workload.id)),
    ]);
    return contexts.map(({ workload, lens }) =>
      (this.deps.rules[lens.id] ?? []).flatMap(rule =>
        mlLensEvidenceOf(
          rule,
          findingsOf(rule, observed.get(workload.id) ?? []),
        ),
      ),
    );
  }

  /** What is known of the models of some workloads, by workload. */
  async #observed(
    workloadIds: readonly string[],
  ): Promise<Map<string, Observed[]>> {
    const { models } = this.deps;
    const named = await models.named(workloadIds);
    const known = await models.store.known(named);
    const wanted = new Set(workloadIds);
    const observed = new Map<string, Observed[]>();
    for (const model of named) {
      const found = known.get(modelKey(model));
      for (const [workloadId, state] of model.decided.states) {
        if (found?.observedAt && state === 'OWN' && wanted.has(workloadId)) {
          const { fact, observedAt } = found;
          const own = observed.get(workloadId) ?? [];
          own.push({ source: model.source, fact, observedAt });
          observed.set(workloadId, own);
        }
      }
    }
    return observed;
  }
}

function findingsOf(
  rule: ModelRule,
  observed: readonly Observed[],
): MlLensFinding[] {
  return observed.flatMap(({ source, fact, observedAt }) => {
    const isAbout = rule.sources?.includes(source) ?? true;
    const passed = isAbout ? rule.test(fact) : undefined;
    return passed === undefined ? [] : [{ passed, observedAt, url: fact?.url }];
  });
}
