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
    expect(readModelCard('# Anything', 'docs/ModelCard.md')).toBeDefined();
  });

  it.each(['---\nnothing\n---\n', '---\n---\n', 'Just words.', ''])(
    'may have no fields: %j',
    text => {
      expect(readModelCard(text, 'model-card.md')).toEqual({
        fields: {},
        sections: [],
      });
    },
  );

  it('has no field that is empty', () => {
    const text =
      '---\na: ""\nb: ~\nc: []\nd: [en]\ne: x\nf: 0\ng: false\n---\n';
    expect(readModelCard(text, 'model-card.md')?.fields).toEqual({
      d: ['en'],
      e: 'x',
      f: 0,
      g: false,
    });
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

  it.each([
    ['## Limitations\nNo night images.', ['limitations']],
    ['##   Limitations  \r\nNo night images.', ['limitations']],
    ['## Limitations\n夜間の画像は含まない。', ['limitations']],
    ['## Limitations\n-\n\n* ?\nSee `docs`.', ['limitations']],
    ['## Limitations\n- a\n- ?', []],
    ['## Limitations\nTODO', []],
    ['## Limitations', []],
    ['## Limitations\n```\nnot text\n```', []],
    ['## Limitations\n  ~~~\nnot text\n  ~~~', []],
    // Fences begin a line.
    ['Run ```make```\n## Limitations\nNo night images.', ['limitations']],
    ['See issue # Limitations\nNo night images.', []],
    ['##### Limitations\nToo deep for a section.', []],
  ])('says something below a heading, or not: %j', (text, sections) => {
    expect(
      readModelCard(text, 'model-card.md')?.sections.map(
        ({ section }) => section,
      ),
    ).toEqual(sections);
  });

  it('is called by its first heading, without what is around it', () => {
    expect(readModelCard('#  Ranker  \n# Other', 'model-card.md')?.title).toBe(
      'Ranker',
    );
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
    expect(readMlBom(bom({ specVersion: '0.9' }))).toBeUndefined();
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

  it.each([
    ['datasets', { modelParameters: { datasets: [{}] } }],
    ['metrics', { quantitativeAnalysis: { performanceMetrics: [{}] } }],
    ['limitations', { considerations: { technicalLimitations: ['dark'] } }],
    ['fairness', { considerations: { fairnessAssessments: [{}] } }],
  ])('finds %s where the standard has them', (found, modelCard) => {
    const [said] = readMlBom(bom({ components: [{ ...model, modelCard }] }))!;
    const parts = ['datasets', 'metrics', 'limitations', 'fairness'] as const;
    expect(parts.filter(part => said[part])).toEqual([found]);
  });

  it('calls a model nothing where its name is no text', () => {
    const named = (name: unknown, version: unknown) =>
      readMlBom(bom({ components: [{ ...model, name, version }] }));
    expect(named('', 2)).toEqual([
      expect.objectContaining({ name: undefined, version: undefined }),
    ]);
    expect(readMlBom(bom({ components: 'none' }))).toEqual([]);
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

  it.each([
    ["model_uuid: ''\nrun_id: 5e6f", '5e6f'],
    ['model_uuid: 12\nrun_id: 5e6f', '5e6f'],
    ['run_id: 12', undefined],
    ["run_id: ''", undefined],
  ])('is known by its model, else by its run: %j', (text, id) => {
    expect(readMlModel(text)?.id).toBe(id);
  });

  it.each([
    ["' 2026-04-02 10:00:00 '", '2026-04-02T10:00:00.000Z'],
    ["'2026-04-02 10:00:00.123456+00:00'", '2026-04-02T10:00:00.123Z'],
    ['1775124000', undefined],
  ])('was made at %s', (made, createdAt) => {
    const file = readMlModel(`utc_time_created: ${made}`);
    expect(file?.createdAt).toBe(createdAt);
  });
});
