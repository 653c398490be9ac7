// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensFactRule,
  MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';

/** Evidence says nothing any more when nobody could ask for so long. */
const TTL = { days: 2 };

/** What facts of models say about one practice. */
export interface ModelRule extends MlLensFactRule {
  /** Sources whose models it is about; all where left out. */
  sources?: readonly string[];
  /**
   * Whether a model passes; undefined where nothing can be said. The fact is
   * null where the system does not have the model.
   */
  test(fact: MlLensModelFact | null): boolean | undefined;
}

type Meaning = Pick<ModelRule, 'question' | 'choice'>;
type Kind = Omit<ModelRule, 'question' | 'choice' | 'ttl'>;

const REGISTRIES = ['mlflow', 'sagemaker'];
const MONITORS = ['prometheus', 'sagemaker'];

/** A title that counts; the same for either outcome. */
const counted = (
  verdict: NonNullable<MlLensFactRule['otherwise']>['verdict'],
  title: MlLensFactRule['title'],
) => ({ title, otherwise: { verdict, title } });

const registered: Kind = {
  key: 'registered',
  sources: REGISTRIES,
  test: fact => fact !== null,
  ...counted(
    'CONTRADICTS',
    (passed, judged) => `${passed} of ${judged} models are in a registry`,
  ),
};

const versioned: Kind = {
  key: 'versioned',
  sources: REGISTRIES,
  test: fact => (fact === null ? undefined : fact.latest !== undefined),
  ...counted(
    'CONTRADICTS',
    (passed, judged) =>
      `${passed} of ${judged} models have registered versions`,
  ),
};

const inputs: Kind = {
  key: 'inputs',
  sources: [...REGISTRIES, 'files'],
  test: fact => fact?.hasInputs,
  ...counted(
    'INFO',
    (passed, judged) =>
      `The training of ${passed} of ${judged} models names its data`,
  ),
};

const described: Kind = {
  key: 'described',
  sources: ['sagemaker', 'files'],
  test: fact => fact?.card?.present,
  ...counted(
    'INFO',
    (passed, judged) => `${passed} of ${judged} models have a model card`,
  ),
};

const trained: Kind = {
  key: 'trained',
  sources: REGISTRIES,
  // A version need not come from a run that is tracked.
  test: fact => (fact?.lastTrainedAt === undefined ? undefined : true),
  title: passed =>
    passed === 1
      ? 'The training of a model is tracked'
      : `The training of ${passed} models is tracked`,
};

const watched: Kind = {
  key: 'watched',
  sources: MONITORS,
  test: fact => (fact?.alarms ? fact.alarms.rules > 0 : undefined),
  ...counted(
    'CONTRADICTS',
    (passed, judged) =>
      `${passed} of ${judged} models have rules that raise alarms`,
  ),
};

const silent: Kind = {
  key: 'silent',
  sources: MONITORS,
  test: fact => (fact?.alarms?.silent ? false : undefined),
  ...counted('CONTRADICTS', (_, judged) =>
    judged === 1
      ? 'The monitoring of a model has no data'
      : `The monitoring of ${judged} models has no data`,
  ),
};

const calm: Kind = {
  key: 'calm',
  sources: MONITORS,
  test: fact => (fact?.alarms?.firing ? false : undefined),
  ...counted('INFO', (_, judged) =>
    judged === 1
      ? 'An alarm about a model is firing'
      : `Alarms about ${judged} models are firing`,
  ),
};

const compared: Kind = {
  key: 'compared',
  sources: ['sagemaker'],
  // One variant is how most models are served: that says nothing.
  test: fact => (hasVariants(fact) ? true : undefined),
  title: passed =>
    passed === 1
      ? 'Two variants of a model share the requests of an endpoint'
      : `Variants of ${passed} models share the requests of an endpoint`,
};

/** Whether two variants of one endpoint get requests. */
function hasVariants(fact: MlLensModelFact | null): boolean {
  const used = (fact?.served ?? []).filter(({ share }) => share !== 0);
  return used.some(one =>
    used.some(
      other => other.endpoint === one.endpoint && other.variant !== one.variant,
    ),
  );
}

const about = (kind: Kind, meaning: Meaning): ModelRule => ({
  ttl: TTL,
  ...kind,
  ...meaning,
});

/** What facts of models say, by lens; docs/models.md shows it as a table. */
export const MODEL_RULES: Record<string, ModelRule[]> = {
  'aws-ml-lens': [
    about(registered, { question: 'dc_governance', choice: 'DC05' }),
    about(inputs, { question: 'dc_governance', choice: 'DC05' }),
    about(described, { question: 'dc_governance', choice: 'DC05' }),
    about(trained, { question: 'mt_quality', choice: 'MT07' }),
    about(watched, { question: 'me_monitoring', choice: 'ME04' }),
    about(silent, { question: 'me_monitoring', choice: 'ME04' }),
    about(calm, { question: 'me_monitoring', choice: 'ME06' }),
    about(compared, { question: 'me_variants', choice: 'ME08' }),
  ],
  'aws-ml-lens-2025': [
    about(registered, { question: 'MLOPS02', choice: 'MLOPS02_BP04' }),
    about(versioned, { question: 'MLOPS03', choice: 'MLOPS03_BP02' }),
    about(inputs, { question: 'MLSEC03', choice: 'MLSEC03_BP04' }),
    about(described, { question: 'MLOPS02', choice: 'MLOPS02_BP02' }),
    about(trained, { question: 'MLOPS06', choice: 'MLOPS06_BP02' }),
    about(watched, { question: 'MLPERF06', choice: 'MLPERF06_BP04' }),
    about(silent, { question: 'MLPERF06', choice: 'MLPERF06_BP04' }),
    about(calm, { question: 'MLPERF06', choice: 'MLPERF06_BP03' }),
    about(compared, { question: 'MLREL04', choice: 'MLREL04_BP02' }),
  ],
};
