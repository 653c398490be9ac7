// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import {
  type MlLensApi,
  ML_LENS_ANNOTATIONS,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { type LensDocument, parseHistory } from '@ml-lens/lens-model';
// The demo's files, which are data and no package's code.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import machineLearningLens from '../../ml-lens-backend/lenses/aws-ml-lens-2020-04.yaml';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import responsibleAiLens from '../../../examples/lenses/kirihafen-responsible-ai.yaml';
import type { FixtureWorkload } from '../src/components/review/__testUtils__/fixture';
import { reviewApiMock } from '../src/components/review/__testUtils__/reviewApi';
import { startDevApp } from './startDevApp';

const LENSES = ['aws-ml-lens', 'kirihafen-responsible-ai'];

/** Workloads of the demo organisation, and some states that are rarer. */
const workloads: FixtureWorkload[] = [
  {
    id: 'demand-forecasting',
    title: 'Demand Forecasting',
    description:
      'Weekly units per shop and article for the next 13 weeks, from sales, weather and the promotion calendar',
    lenses: LENSES,
    owner: 'group:default/supply-science',
    system: 'system:default/merchandise-planning',
    lifecycle: 'production',
    awsWorkloadArn:
      'arn:aws:wellarchitected:eu-central-1:123456789012:workload/5b1f3c7de0a94c2f8d6aa1b27c44e9f0',
  },
  ...[
    'product-recommendations',
    'search-ranking',
    'call-transcripts',
    'size-advisor',
    'returns-forecasting',
    'markdown-pricing',
  ].map(id => ({
    id,
    title: id.replace(/-/g, ' ').replace(/^./, first => first.toUpperCase()),
    lenses: ['aws-ml-lens'],
    owner: 'group:default/supply-science',
    lifecycle: 'experimental',
  })),
  { id: 'no-lens', title: 'No lens', lenses: ['gone'] },
];

const entities: Entity[] = [
  ...workloads,
  { id: 'broken', title: 'Broken' },
].map(({ id, title }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: id,
    title,
    namespace: 'default',
    annotations: { [ML_LENS_ANNOTATIONS.workload]: id },
  },
  spec: {
    type: 'ml-service',
    lifecycle: 'production',
    owner: 'group:default/supply-science',
  },
}));

/** `?readonly` and `?problem` in the address of the first page show those states. */
async function createApi(): Promise<MlLensApi> {
  const file = await fetch(
    new URL('../../../examples/history/retail.jsonl', import.meta.url),
  );
  const history = parseHistory(await file.text());
  const flags = new URLSearchParams(window.location.search);
  return reviewApiMock({
    documents: [
      machineLearningLens,
      responsibleAiLens,
    ] as unknown as LensDocument[],
    workloads,
    history: history.lines.map(({ value }) => value),
    now: new Date().toISOString(),
    mayUpdate: !flags.has('readonly'),
    problems: flags.has('problem')
      ? [
          {
            code: 'UNKNOWN_LENS',
            entityRef: 'component:default/demand-forecasting',
            annotation: 'ml-lens.io/lenses',
            value: 'aws-ml-lense',
            message: 'No lens "aws-ml-lense" is published',
          },
        ]
      : [],
  });
}

/** One api for the whole page, ready once its history is loaded. */
function lazyApi(): MlLensApi {
  const api = createApi();
  return {
    call: async (...args: [any, any]) => (await api).call(...args),
    urlOf: async (...args: [any, any]) => (await api).urlOf(...args),
  } as MlLensApi;
}

/**
 * The entity tab and card over reviews in memory: `yarn workspace
 * @ml-lens/backstage-plugin-ml-lens start`, then open
 * `/catalog/default/component/demand-forecasting/ml-lens`.
 */
startDevApp(lazyApi, entities);
