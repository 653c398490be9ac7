// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { documentFixture } from '../__testUtils__/lensFixture';
import type { LensStackLayer } from '../lens/document';
import { suggestLayer } from './suggestLayer';
import { suggestNotApplicable } from './suggestNotApplicable';

const layers: LensStackLayer[] = [
  {
    id: 'ai-services',
    name: 'AI services',
    skill: 'low',
    timeToMarket: 'shortest',
    customization: 'least',
    moot: [
      {
        question: 'q_one',
        choice: 'q_one_1',
        reason: 'No algorithm to choose',
      },
      { question: 'q_two', reason: 'No training job to stop' },
    ],
  },
  {
    id: 'ml-services',
    name: 'ML services',
    skill: 'medium',
    timeToMarket: 'medium',
    customization: 'high',
  },
  {
    id: 'frameworks',
    name: 'ML frameworks and infrastructure',
    skill: 'high',
    timeToMarket: 'longest',
    customization: 'full',
  },
];

describe('suggestLayer', () => {
  it.each<[string, Parameters<typeof suggestLayer>[1], string | null]>([
    ['nothing rated', {}, null],
    ['nothing rated (null)', { skill: null, timeToMarket: null }, null],
    ['one rating', { customization: 'full' }, 'frameworks'],
    [
      'all fit',
      { skill: 'low', timeToMarket: 'shortest', customization: 'least' },
      'ai-services',
    ],
    [
      'two of three',
      { skill: 'high', timeToMarket: 'medium', customization: 'full' },
      'frameworks',
    ],
    [
      'all different: the one least far off',
      { skill: 'low', timeToMarket: 'medium', customization: 'full' },
      'ml-services',
    ],
    [
      'equally far off: the one that asks less',
      { skill: 'low', customization: 'full' },
      'ai-services',
    ],
  ])('%s', (_, ratings, layer) => {
    expect(suggestLayer(layers, ratings)?.layer ?? null).toBe(layer);
  });

  it('says why', () => {
    expect(
      suggestLayer(layers, {
        skill: 'high',
        timeToMarket: 'longest',
        customization: 'high',
      }),
    ).toEqual({
      layer: 'frameworks',
      reasons: [
        { rating: 'skill', value: 'high', fits: true },
        { rating: 'timeToMarket', value: 'longest', fits: true },
        { rating: 'customization', value: 'high', fits: false },
      ],
    });
  });

  it('has nothing to suggest without layers', () => {
    expect(suggestLayer([], { skill: 'low' })).toBeNull();
  });
});

describe('suggestNotApplicable', () => {
  const document = documentFixture({ stackLayers: layers });

  it('gives the practices and questions a layer makes moot', () => {
    expect(suggestNotApplicable(document, 'ai-services')).toEqual([
      {
        questionId: 'q_one',
        choiceId: 'q_one_1',
        reason: 'No algorithm to choose',
      },
      { questionId: 'q_two', reason: 'No training job to stop' },
    ]);
  });

  it.each(['ml-services', 'unknown', null])('gives none for %s', layer => {
    expect(suggestNotApplicable(document, layer)).toEqual([]);
  });
});
