// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The shared portal after ML Lens has been taken out.
import { rmSync } from 'node:fs';
import { currentWithMlLens } from './current.mjs';
import { blocksOf, commandsOf } from '../../lib/docs.mjs';
import { deploy } from './production.mjs';

const INDEX = 'packages/backend/src/index.ts';
const POLICY = 'packages/backend/src/permissionPolicy.ts';

/**
 * Takes ML Lens out by the commands of docs/operations.md and builds the portal.
 *
 * @returns the folder of its deployment
 */
export async function withoutMlLens() {
  const { portal } = await currentWithMlLens();
  if (portal.read(INDEX).includes('ml-lens')) {
    rmSync(portal.path('packages/app-legacy'), {
      recursive: true,
      force: true,
    });
    for (const line of commandsOf(
      blocksOf('docs/operations.md', 'Taking it out'),
    )) {
      await portal.type(line);
    }
    // The policy that names its permissions, and what that was given.
    await portal.type(
      'yarn --cwd packages/backend remove @ml-lens/backstage-plugin-ml-lens-common @ml-lens/backstage-plugin-ml-lens-node',
    );
    rmSync(portal.path(POLICY));
    const kept = portal
      .read(INDEX)
      .split('\n')
      .filter(line => !/ml-lens|permissionPolicy/.test(line));
    portal.write(INDEX, kept.join('\n'));
    portal.addToBackend(
      "backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));",
    );
  }
  return deploy(portal, 'removed', { install: false });
}
