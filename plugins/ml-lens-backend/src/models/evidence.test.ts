// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { syncOn } from '../__testUtils__/syncOn';
import { builtinLensFiles } from '../lenses/lensFiles';
import { ModelEvidence } from './ModelEvidence';
import { ModelReader } from './ModelReader';
import { ModelStore } from './ModelStore';
import { readModelRules } from './readModelRules';
import { MODEL_RULES } from './rules';

jest.setTimeout(120_000);

const databases = testDatabases();
const AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-01T06:00:00.000Z';

const rulesOf = (...rules: JsonObject[]) =>
  readModelRules(new ConfigReader({ mlLens: { models: { rules } } }));
const own = {
  fact: 'card.present',
  equals: true,
  lens: 'house',
  question: 'docs',
  title: '{passed} of {judged} have a card',
  otherwise: '{passed} of {judged} have a card',
};

describe('rules for facts of models', () => {
  it('name practices that the built-in lenses have', async () => {
    for await (const { text } of builtinLensFiles()) {
      const id = /^id: (\S+)$/m.exec(text)?.[1] ?? '';
      for (const { question, choice } of MODEL_RULES[id] ?? []) {
        expect(text).toMatch(new RegExp(`^ +- id: ${question}$`, 'm'));
        expect(text).toMatch(new RegExp(`^ +- id: ${choice}$`, 'm'));
      }
    }
  });

  it('of a portal stand beside them', () => {
    const rules = rulesOf(own, { ...own, lens: 'aws-ml-lens' });
    expect(rules.house).toHaveLength(1);
    expect(rules['aws-ml-lens']).toHaveLength(
      MODEL_RULES['aws-ml-lens'].length + 1,
    );
    expect(readModelRules(new ConfigReader({}))).toEqual(MODEL_RULES);
  });

  it.each<[JsonObject, RegExp]>([
    [{ ...own, fact: 'constructor' }, /models\.rules\[0\]\.fact: must be one/],
    [{ ...own, fact: '' }, /rules\[0\]\.fact: /],
    [{ ...own, equals: undefined }, /rules\[0\]: needs one of equals/],
    [{ ...own, title: '' }, /rules\[0\]\.title: /],
  ])('that cannot be used are refused: %j', (rule, message) => {
    expect(() => rulesOf(rule)).toThrow(message);
  });
});

describe.each(databases.ids)('evidence of models on %s', id => {
  it('is said of many reviews at once, of own models alone', async () => {
    const knex = await databases.create(id);
    const { syncWith } = await syncOn(knex);
    const service = (name: string, files: string, owner: string) =>
      componentOf(name, {
        owner,
        annotations: { 'ml-lens.io/model-files': files },
      });
    const fraud = service(
      'fraud',
      'https://x/a,https://x/b',
      'group:default/a',
    );
    await syncWith(fraud);
    await syncWith(fraud, service('thief', 'https://x/a', 'group:default/b'));
    const store = new ModelStore(knex);
    const fact = (name: string, present: boolean): MlLensModelFact => ({
      name,
      url: name,
      card: { present },
    });
    await store.save(
      'files',
      new Map([['https://x/a', fact('https://x/a', true)]]),
      AT,
    );
    await store.save(
      'files',
      new Map([['https://x/b', fact('https://x/b', false)]]),
      LATER,
    );
    const provider = new ModelEvidence({
      models: new ModelReader(store),
      rules: rulesOf(own),
    });
    expect(provider.lensIds).toEqual(expect.arrayContaining(['house']));
    const ask = (workload: string, lens: string) =>
      ({ workload: { id: workload }, lens: { id: lens } } as never);
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));
    const found = await provider.collectAll([
      ask('fraud', 'house'),
      ask('fraud', 'aws-ml-lens'),
      ask('thief', 'house'),
      ask('thief', 'unknown'),
    ]);
    expect(asked).toHaveLength(2);
    expect(found).toEqual([
      [
        {
          questionId: 'docs',
          choiceId: undefined,
          key: 'own/card.present',
          verdict: 'CONTRADICTS',
          title: '1 of 2 have a card',
          url: 'https://x/b',
          observedAt: AT,
          ttl: { days: 2 },
        },
      ],
      [
        expect.objectContaining({
          choiceId: 'DC05',
          key: 'described',
          verdict: 'INFO',
          title: '1 of 2 models have a model card',
        }),
      ],
      [],
      [],
    ]);
  });
});
