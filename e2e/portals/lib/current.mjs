// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The portal that the parts share: of the newest Backstage, with ML Lens.
import { copiesOf, sizeOf } from './measure.mjs';
import {
  addJapanese,
  addMlLens,
  addPolicy,
  createPortal,
  linkService,
} from './portal.mjs';
import { deploy } from './production.mjs';

/** Moves what `create-app` wrote to the newest packages of Backstage. */
async function bump(portal) {
  portal.changeJson('package.json', manifest => {
    manifest.devDependencies.typescript = '~5.9.0';
  });
  await portal.yarn('up', '@backstage/*', '--mode=update-lockfile');
}

/** What a portal must have one copy of, or two that do not know each other. */
export const SINGLE = [
  'react-aria',
  '@backstage/ui',
  '@backstage/frontend-plugin-api',
  '@backstage/core-plugin-api',
  '@backstage/plugin-catalog-react',
  '@tanstack/react-query',
];

const measure = portal => ({
  sizes: sizeOf(portal.path('node_modules')),
  copies: Object.fromEntries(
    SINGLE.map(name => [name, copiesOf(portal, name)]),
  ),
});

/** A portal without ML Lens. */
export const currentPortal = () => createPortal('current', { adapt: bump });

/**
 * The same with ML Lens, the policy of docs/permissions.md and Japanese.
 *
 * @returns the portal, and what was measured before and after it was added
 */
export async function currentWithMlLens() {
  const portal = await currentPortal();
  const mark = 'node_modules/.with-ml-lens';
  if (!portal.exists(mark)) {
    const before = measure(portal);
    await addMlLens(portal);
    const after = measure(portal);
    await addPolicy(portal);
    addJapanese(portal);
    linkService(portal);
    portal.write(mark, JSON.stringify({ before, after }));
  }
  return { portal, ...JSON.parse(portal.read(mark)) };
}

/** The folder of its deployment. */
export async function deployedCurrent() {
  const { portal } = await currentWithMlLens();
  return deploy(portal, 'deployed');
}
