// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mlLensEvidenceOf,
  type MlLensCollectedEvidence,
  type MlLensEvidenceContext,
  type MlLensEvidenceProvider,
  type MlLensFinding,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { ModelReader } from './ModelReader';
import type { KnownModel } from './ModelStore';
import type { ModelRule } from './rules';

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
    const { models, rules } = this.deps;
    const ids = new Set(contexts.map(({ workload }) => workload.id));
    const own = Map.groupBy(
      await models.ownOf([...ids]),
      ({ workloadId }) => workloadId,
    );
    return contexts.map(({ workload, lens }) =>
      (rules[lens.id] ?? []).flatMap(rule =>
        mlLensEvidenceOf(rule, findingsOf(rule, own.get(workload.id) ?? [])),
      ),
    );
  }
}

/** Of what its system could be asked about. */
function findingsOf(
  rule: ModelRule,
  models: readonly { source: string; known?: KnownModel }[],
): MlLensFinding[] {
  return models.flatMap(({ source, known }) => {
    const { fact, observedAt } = known ?? {};
    const isAbout = rule.sources?.includes(source) ?? true;
    const passed =
      observedAt && fact !== undefined && isAbout ? rule.test(fact) : undefined;
    return observedAt && passed !== undefined
      ? [{ passed, observedAt, url: fact?.url }]
      : [];
  });
}
