// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LensDefinition,
  LensListItem,
} from '@ml-lens/backstage-plugin-ml-lens-common';

export const PHASES = [
  ['business_goal', 'Business goal identification', 'ビジネス目標の特定'],
  ['problem_framing', 'ML problem framing', 'ML 課題の定式化'],
  ['data_collection', 'Data collection', 'データ収集'],
  ['data_preparation', 'Data preparation', 'データ準備'],
  ['feature_engineering', 'Feature engineering', '特徴量エンジニアリング'],
  ['model_training', 'Model training', 'モデルの学習'],
  ['model_evaluation', 'Model evaluation', 'モデルの評価'],
  ['deployment', 'Deployment', 'デプロイ'],
];

export const LENS_ID = 'aws-ml-lens';
export const VERSION = '2020-04';
const COUNTS = { pillars: 5, questions: 30, choices: 110 };
const FACTS = {
  version: VERSION,
  status: 'PUBLISHED' as const,
  isMajor: true,
  origin: 'builtin' as const,
  counts: COUNTS,
  createdAt: '2026-01-05T08:00:00.000Z',
  createdBy: 'system',
  publishedAt: '2026-01-05T08:00:00.000Z',
  archivedAt: null,
};

export const lensDefinition: LensDefinition = {
  schemaVersion: '2021-11-01',
  id: LENS_ID,
  name: 'AWS Machine Learning Lens',
  description: 'A lens for tests.',
  pillars: [],
  phases: PHASES.map(([id, name]) => ({ id, name })),
  locales: {
    ja: {
      name: 'AWS 機械学習レンズ',
      phases: Object.fromEntries(PHASES.map(([id, , name]) => [id, { name }])),
    },
  },
  ...FACTS,
};

export function lensItem(id: string, name: string, ja: string): LensListItem {
  return {
    id,
    name,
    description: '',
    ...FACTS,
    versions: [FACTS],
    usage: { workloads: 57, meanScore: 61, meanCoverage: 0.7 },
    names: { ja },
    descriptions: {},
  };
}
