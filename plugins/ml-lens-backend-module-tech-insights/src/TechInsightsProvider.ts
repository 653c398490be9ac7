// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  mlLensEvidenceOf,
  mlLensFactPasses,
  type MlLensCollectedEvidence,
  type MlLensEvidenceContext,
  type MlLensEvidenceProvider,
  type MlLensFinding,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { FactRule, TechInsightsConfig } from './config';
import type { LatestFacts, TechInsightsClient } from './TechInsightsClient';

/**
 * Turns facts of Tech Insights into evidence, rule by rule. Where a workload
 * has several entities, each that has the fact must pass: one that fails
 * contradicts, and one without the fact says nothing.
 */
export class TechInsightsProvider implements MlLensEvidenceProvider {
  readonly id = 'tech-insights';
  readonly title = 'Tech Insights';
  readonly lensIds: readonly string[];
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #warned = new Set<string>();

  constructor(
    private readonly deps: {
      config: TechInsightsConfig;
      client: Pick<TechInsightsClient, 'latestFacts'>;
      logger: LoggerService;
    },
  ) {
    const { frequency, rules } = deps.config;
    this.lensIds = [...new Set(rules.map(rule => rule.lens))];
    this.schedule = {
      frequency,
      initialDelay: { seconds: 45 },
      timeout: { minutes: 60 },
      scope: 'global',
    };
  }

  async collect({
    lens,
    entities,
    signal,
  }: MlLensEvidenceContext): Promise<MlLensCollectedEvidence[]> {
    const { client, config } = this.deps;
    const rules = config.rules.filter(rule => rule.lens === lens.id);
    const factRetrievers = [...new Set(rules.map(rule => rule.factRetriever))];
    const known: LatestFacts[] = [];
    for (const entity of entities) {
      const facts = await client.latestFacts(
        stringifyEntityRef(entity),
        factRetrievers,
        signal,
      );
      if (!facts) {
        this.#warnOnce(
          'There is no Tech Insights backend, so its facts are no evidence',
        );
        return [];
      }
      known.push(facts);
    }
    return rules.flatMap(rule => {
      const findings = known.flatMap(facts => this.#findings(rule, facts));
      return mlLensEvidenceOf(rule.rule, findings);
    });
  }

  #findings(rule: FactRule, facts: LatestFacts): MlLensFinding[] {
    // A retriever without facts of an entity is not meant for its kind.
    const found = facts[rule.factRetriever];
    if (!found) {
      return [];
    }
    const passed = mlLensFactPasses(rule.test, found.facts[rule.fact]);
    if (passed === undefined) {
      this.#warnOnce(
        `The fact '${rule.fact}' of '${rule.factRetriever}' is missing or not of the kind that '${rule.test.type}' can test`,
      );
      return [];
    }
    return [{ passed, observedAt: found.timestamp }];
  }

  /** The same thing is missing in every run; once is enough to know. */
  #warnOnce(message: string): void {
    if (!this.#warned.has(message)) {
      this.#warned.add(message);
      this.deps.logger.warn(message);
    }
  }
}
