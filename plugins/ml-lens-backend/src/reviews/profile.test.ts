// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { caller, lensesOf, phasedLens } from '../__testUtils__/reviewFixtures';
import { pricingOn } from '../__testUtils__/pricingOn';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('profiles on %s', id => {
  const setUp = async (options?: Parameters<typeof pricingOn>[1]) =>
    await pricingOn(await databases.create(id), options);

  it('keeps the profile of a workload', async () => {
    const { profiles } = await setUp({
      lenses: lensesOf(
        phasedLens({
          stackLayers: [
            {
              id: 'ml-services',
              name: 'ML services',
              skill: 'medium',
              timeToMarket: 'medium',
              customization: 'high',
            },
          ],
        }),
      ),
    });
    const empty = await profiles.profile('pricing');
    expect(empty).toMatchObject({ revision: 0, layer: null });
    const body = {
      revision: 0,
      layer: 'ml-services',
      skill: 'low' as const,
      timeToMarket: null,
      customization: null,
    };
    const saved = await profiles.putProfile('pricing', body, caller);
    expect(saved).toMatchObject({
      ...body,
      revision: 1,
      updatedBy: 'user:default/mei',
    });
    // The greatest revision a column holds has no next one.
    for (const revision of [0, 2 ** 31 - 1]) {
      await expect(
        profiles.putProfile('pricing', { ...body, revision }, caller),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        current: saved,
        attempted: { ...body, revision },
      });
    }
    await expect(
      profiles.putProfile(
        'pricing',
        { ...body, revision: 1, layer: 'clouds' },
        caller,
      ),
    ).rejects.toThrow(/layer: must be one of ml-services/);
  });
});
