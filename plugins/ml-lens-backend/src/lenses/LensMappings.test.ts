// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { compileLens, parseLens } from '@ml-lens/lens-model';
import { stringify } from 'yaml';
import { lensesOf, phasedLens } from '../__testUtils__/reviewFixtures';
import { otherLens, phasedToOther } from '../__testUtils__/serviceFixtures';
import { builtinLensFiles } from './lensFiles';
import { builtinMappingFiles, LensMappings } from './LensMappings';

async function load(...texts: string[]) {
  const logger = mockServices.logger.mock();
  const mappings = await LensMappings.load({
    files: new Map(texts.map((text, index) => [`map-${index}.yaml`, text])),
    lenses: lensesOf(phasedLens(), otherLens()),
    logger,
  });
  const said = logger.warn.mock.calls.map(([message]) => message);
  return { mappings, said };
}

const from = { id: 'phased', version: '1' };
const to = { id: 'other', version: '7' };

describe('LensMappings', () => {
  it('finds the mapping between two lenses, the closest version first', async () => {
    const { mappings, said } = await load(
      stringify(phasedToOther),
      stringify({ ...phasedToOther, description: 'Same versions, later file' }),
    );
    expect(said).toEqual([]);
    expect(mappings.find(from, to)).toEqual(phasedToOther);
    expect(mappings.find({ ...from, version: '5' }, to)).toEqual(phasedToOther);
    expect(mappings.find(to, from)).toBeUndefined();

    const exact = { ...phasedToOther, to: { lens: 'other', version: '8' } };
    expect(
      new LensMappings([phasedToOther, exact]).find(from, {
        ...to,
        version: '8',
      }),
    ).toBe(exact);
  });

  it('lists what it knows, by either end', async () => {
    const { mappings } = await load(stringify(phasedToOther));
    const [item] = mappings.list();
    expect(item).toMatchObject({
      from: { lens: 'phased', version: '1' },
      to: { lens: 'other', version: '7' },
    });
    expect(item.counts.same + item.counts.partial).toBe(
      phasedToOther.choices.length,
    );
    expect(mappings.list('phased')).toEqual([item]);
    expect(mappings.list('other')).toEqual([item]);
    expect(mappings.list('third')).toEqual([]);
  });

  it('leaves out and reports what the lenses do not have', async () => {
    const { mappings, said } = await load(
      stringify({
        ...phasedToOther,
        choices: [
          { from: ['goal/gone'], to: 'aim/aim_a', confidence: 'same' },
          { from: ['goal/goal_a'], to: 'gone/gone', confidence: 'same' },
          ...phasedToOther.choices,
        ],
        unmapped: [{ from: 'label/gone', why: 'No longer asked' }],
      }),
    );
    expect(mappings.find(from, to)?.choices).toEqual(phasedToOther.choices);
    expect(said).toEqual([
      expect.stringMatching(
        /^map-0.yaml: choices.0.from: .* no practice goal\/gone; choices.1.to: .*; unmapped.0.from: /,
      ),
    ]);
  });

  it.each([
    ['not YAML', 'a: [', /map-0/],
    ['no mapping', 'just text', /expected object/],
    [
      'another shape',
      stringify({ ...phasedToOther, choices: [{ from: ['goal'] }] }),
      /choices.0.from.0: must be a question id and a choice id/,
    ],
    [
      'an unknown lens',
      stringify({ ...phasedToOther, to: { lens: 'gone', version: '1' } }),
      /gone/,
    ],
  ])('reports %s and starts all the same', async (_, text, message) => {
    const { mappings, said } = await load(text);
    expect(mappings.find(from, to)).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(message)]);
  });

  it('brings mappings that fit the lenses it brings', async () => {
    const documents = [];
    for await (const { text } of builtinLensFiles()) {
      const { document } = parseLens(text);
      documents.push(document!);
    }
    const lenses = documents.map(document =>
      compileLens(document, { id: document.id!, version: document.version! }),
    );
    const logger = mockServices.logger.mock();
    const mappings = await LensMappings.load({
      files: await builtinMappingFiles(),
      lenses: {
        compiled: async (id, version) =>
          lenses.find(lens => lens.id === id && lens.version === version)!,
      },
      logger,
    });
    expect(logger.warn).not.toHaveBeenCalled();
    expect(
      mappings.find(
        { id: 'aws-ml-lens', version: '2020-04' },
        { id: 'aws-ml-lens-2025', version: '2025-11' },
      )?.choices.length,
    ).toBeGreaterThan(20);
  });
});
