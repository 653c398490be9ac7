// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolve } from 'node:path';
import { readScene } from './scene';

describe('a scene', () => {
  const folder = createMockDirectory();

  it('of the demo can be read', async () => {
    const { targets, plans, proposals, waivers } = await readScene(
      resolve(__dirname, '../../../../examples/scene.yaml'),
    );
    expect(
      [targets, plans, proposals, waivers].map(({ length }) => length),
    ).toEqual([1, 5, 3, 2]);
  });

  it('that cannot be used is refused with all that is wrong', async () => {
    folder.setContent({
      'scene.yaml': 'plans: [{ by: mika }]\nwaivers: []\nmore: 1',
    });
    const read = readScene(folder.resolve('scene.yaml'));
    await expect(read).rejects.toThrow(/plans\.0\.workload/);
    await expect(read).rejects.toThrow(/waivers/);
    await expect(read).rejects.toThrow(/more/);
  });
});
