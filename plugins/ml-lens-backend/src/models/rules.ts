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
  MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';

/** What facts of models say about one practice. */
export interface ModelRule {
  /** Stays the same for ever. */
  id: string;
  question: string;
  choice: string;
  /** Sources whose models it is about. */
  sources: readonly string[];
  /**
   * Whether a model passes; undefined where nothing can be said. The fact is
   * null where the system does not have the model.
   */
  test(fact: MlLensModelFact | null): boolean | undefined;
  /** What is said of so many that pass, of so many that were judged. */
  title(passed: number, judged: number): string;
  /** What it means when one does not pass; nothing is said when undefined. */
  otherwise: MlLensCollectedEvidence['verdict'] | undefined;
}

type Meaning = Pick<ModelRule, 'question' | 'choice'>;
type Kind = Omit<ModelRule, 'question' | 'choice'>;

const REGISTRIES = ['mlflow', 'sagemaker'];

const registered: Kind = {
  id: 'registered',
  sources: REGISTRIES,
  test: fact => fact !== null,
  title: (passed, judged) => `${passed} of ${judged} models are in a registry`,
  otherwise: 'CONTRADICTS',
};

const versioned: Kind = {
  id: 'versioned',
  sources: REGISTRIES,
  test: fact => (fact === null ? undefined : fact.latest !== undefined),
  title: (passed, judged) =>
    `${passed} of ${judged} models have registered versions`,
  otherwise: 'CONTRADICTS',
};

const inputs: Kind = {
  id: 'inputs',
  sources: REGISTRIES,
  test: fact => fact?.hasInputs,
  title: (passed, judged) =>
    `The training of ${passed} of ${judged} models names its data`,
  otherwise: 'INFO',
};

const trained: Kind = {
  id: 'trained',
  sources: REGISTRIES,
  // A version need not come from a run that is tracked.
  test: fact => (fact?.lastTrainedAt === undefined ? undefined : true),
  title: passed =>
    passed === 1
      ? 'The training of a model is tracked'
      : `The training of ${passed} models is tracked`,
  otherwise: undefined,
};

const watched: Kind = {
  id: 'watched',
  sources: ['prometheus', 'sagemaker'],
  test: fact => (fact?.alarms ? fact.alarms.rules > 0 : undefined),
  title: (passed, judged) =>
    `${passed} of ${judged} models have rules that raise alarms`,
  otherwise: 'CONTRADICTS',
};

const silent: Kind = {
  id: 'silent',
  sources: ['prometheus', 'sagemaker'],
  test: fact => (fact?.alarms?.silent ? false : undefined),
  title: (_, judged) =>
    judged === 1
      ? 'The monitoring of a model has no data'
      : `The monitoring of ${judged} models has no data`,
  otherwise: 'CONTRADICTS',
};

const calm: Kind = {
  id: 'calm',
  sources: ['prometheus', 'sagemaker'],
  test: fact => (fact?.alarms?.firing ? false : undefined),
  title: (_, judged) =>
    judged === 1
      ? 'An alarm about a model is firing'
      : `Alarms about ${judged} models are firing`,
  otherwise: 'INFO',
};

const about = (kind: Kind, meaning: Meaning): ModelRule => ({
  ...kind,
  ...meaning,
});

/** What facts of models say, by lens; docs/models.md shows it as a table. */
export const MODEL_RULES: Record<string, ModelRule[]> = {
  'aws-ml-lens': [
    about(registered, { question: 'dc_governance', choice: 'DC05' }),
    about(inputs, { question: 'dc_governance', choice: 'DC05' }),
    about(trained, { question: 'mt_quality', choice: 'MT07' }),
    about(watched, { question: 'me_monitoring', choice: 'ME04' }),
    about(silent, { question: 'me_monitoring', choice: 'ME04' }),
    about(calm, { question: 'me_monitoring', choice: 'ME06' }),
  ],
  'aws-ml-lens-2025': [
    about(registered, { question: 'MLOPS02', choice: 'MLOPS02_BP04' }),
    about(versioned, { question: 'MLOPS03', choice: 'MLOPS03_BP02' }),
    about(inputs, { question: 'MLSEC03', choice: 'MLSEC03_BP04' }),
    about(trained, { question: 'MLOPS06', choice: 'MLOPS06_BP02' }),
    about(watched, { question: 'MLPERF06', choice: 'MLPERF06_BP04' }),
    about(silent, { question: 'MLPERF06', choice: 'MLPERF06_BP04' }),
    about(calm, { question: 'MLPERF06', choice: 'MLPERF06_BP03' }),
  ],
};
