// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { readMlBom, readMlModel, readModelCard } from '.';

describe('a model card', () => {
  it('is what is called so, or has what only cards have', () => {
    expect(readModelCard('# Anything', 'README.md')).toBeUndefined();
    expect(readModelCard('# Anything', 'docs/model-card.md')).toBeDefined();
    expect(
      readModelCard('---\nbase_model: acme/base\n---\n', 'README.md'),
    ).toBeDefined();
    expect(
      readModelCard('---\nlicense: mit\n---\n', 'README.md'),
    ).toBeUndefined();
  });

  it('has the fields and sections that say something', () => {
    const text = [
      '---',
      'model_name: Ranker',
      'datasets: []',
      'license:',
      '---',
      '```sh',
      '# Limitations',
      'none',
      '```',
      '# Ranker',
      '## Intended use',
      'Sorts results.',
      '## Bias',
      '[More Information Needed]',
      '## Metrics',
      '## Training data',
      'Clicks of May.',
    ].join('\n');
    expect(readModelCard(text, 'MODEL_CARD.md')).toEqual({
      fields: { model_name: 'Ranker' },
      title: 'Ranker',
      sections: [
        { section: 'intended-use', line: 11 },
        { section: 'training-data', line: 16 },
      ],
    });
  });
});

describe('an ML-BOM', () => {
  const bom = (changes: object) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    ...changes,
  });
  const model = { type: 'machine-learning-model', name: 'ranker' };

  it('is CycloneDX since machine learning came to it', () => {
    for (const none of [
      null,
      7,
      [],
      {},
      bom({ specVersion: '1.4' }),
      bom({ specVersion: 1.6 }),
      bom({ bomFormat: 'SPDX' }),
    ]) {
      expect(readMlBom(none)).toBeUndefined();
    }
    expect(readMlBom(bom({ specVersion: '1.10' }))).toEqual([]);
    expect(readMlBom(bom({ specVersion: '2.0' }))).toEqual([]);
  });

  it('tells of each model what its card there has', () => {
    expect(
      readMlBom(
        bom({
          metadata: { component: { ...model, version: '2' } },
          components: [
            { type: 'library', name: 'numpy' },
            null,
            {
              ...model,
              licenses: [{}],
              modelCard: {
                modelParameters: { datasets: [{}] },
                considerations: { fairnessAssessments: [] },
                quantitativeAnalysis: 'none',
              },
            },
          ],
        }),
      ),
    ).toMatchObject([
      { name: 'ranker', version: '2', datasets: false },
      { datasets: true, fairness: false, metrics: false, licenses: true },
    ]);
  });
});

describe('an MLmodel', () => {
  it('tells how the model came to be', () => {
    const text =
      "flavors: {sklearn: {}}\nmodel_uuid: 0a1b\nutc_time_created: '2026-04-02 10:00:00.123456'\nsignature:\n";
    expect(readMlModel(text)).toEqual({
      keys: ['model_uuid', 'flavors'],
      createdAt: '2026-04-02T10:00:00.123Z',
      id: '0a1b',
    });
    expect(readMlModel('utc_time_created: lately')).toEqual({ keys: [] });
    expect(readMlModel('just words')).toBeUndefined();
  });
});
