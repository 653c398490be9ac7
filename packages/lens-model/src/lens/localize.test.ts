// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aSuperset } from './__testUtils__/lenses';
import { localizeLens } from './localize';

// In parts, because the linter takes it for code.
const SCRIPT = 'javascript';

describe('localizeLens', () => {
  it('replaces texts by id and by pointer, and nothing else', () => {
    const original = aSuperset();
    const { locales, ...japanese } = localizeLens(original, 'ja');
    const expected = structuredClone(aSuperset()) as any;
    expected.name = 'レンズ';
    expected.description = '試験用。';
    expected.phases[0].name = '目標';
    expected.phases[0].activities = ['聞く', '決める'];
    expected.services[0].note = '新しい名前です。';
    expected.stackLayers[0].moot[0].reason = '学習なし';
    expected.stackLayers[0].moot[1].reason = '構築なし';
    expected.pillars[0].name = '柱';
    const [goal, build] = expected.pillars[0].questions;
    goal.title = '目標は？';
    goal.choices[0].title = '一つ目';
    goal.choices[0].helpfulResource.displayText = '理由';
    goal.choices[0].improvementPlan.displayText = '方法';
    build.title = '構築は？';
    delete expected.locales;
    expect(japanese).toEqual(expected);
    expect(locales).toBe(original.locales);
    expect(original).toEqual(aSuperset());
  });

  it('falls back from region to language to the original', () => {
    const lens = aLens({
      locales: { ja: { name: 'レンズ' }, 'pt-BR': { name: 'Lente' } },
    });
    expect(localizeLens(lens, 'ja-JP').name).toBe('レンズ');
    expect(localizeLens(lens, 'JA').name).toBe('レンズ');
    expect(localizeLens(lens, 'pt_br').name).toBe('Lente');
    expect(localizeLens(lens, 'pt')).toBe(lens);
    expect(localizeLens(lens, 'en')).toBe(lens);
    expect(localizeLens(aLens(), 'ja')).toEqual(aLens());
  });

  it('follows the shape of the document, questions inside pillars too', () => {
    const { pillars } = localizeLens(
      aLens({
        locales: {
          ja: {
            pillars: { pillar: { questions: { question: { title: '問い' } } } },
          },
        },
      }),
      'ja',
    );
    expect(pillars[0].questions[0].title).toBe('問い');
  });

  it('cannot change ids, conditions or links, nor blank a text', () => {
    const lens = aLens({
      locales: {
        ja: {
          name: ' ',
          schemaVersion: 'x',
          '/pillars/0/id': 'x',
          '/pillars/0/questions/0/riskRules/0/condition': 'x',
          '/pillars/0/questions/0/choices/0/improvementPlan/url': `${SCRIPT}:x`,
          '/__proto__/name': 'x',
          '/pillars/length/name': 'x',
          pillars: { pillar: { id: 'x' }, constructor: { name: 'x' } },
        },
      },
    });
    expect(localizeLens(lens, 'ja')).toEqual(lens);
    expect(({} as { name?: string }).name).toBeUndefined();
  });
});
