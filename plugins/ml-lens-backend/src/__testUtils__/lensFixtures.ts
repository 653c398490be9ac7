// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '@ml-lens/lens-model';
import { systemClock } from '../clock';
import { LensEditor } from '../lenses/LensEditor';
import type { LensStore } from '../lenses/LensStore';

/** A small lens: one pillar, one question, two practices. */
export function smallLens(changes: Partial<LensDocument> = {}): LensDocument {
  return {
    schemaVersion: '2021-11-01',
    id: 'small',
    version: '1.0',
    name: 'Small lens',
    description: 'A lens to test with',
    pillars: [
      {
        id: 'reliability',
        name: 'Reliability',
        questions: [
          {
            id: 'backups',
            title: 'How do you keep what you cannot make again?',
            description: 'Think of data, labels and models.',
            choices: [
              choice('backup_data', 'Data is backed up'),
              choice('backup_test', 'Restoring is rehearsed'),
              { id: 'backups_no', title: 'None of these' },
            ],
            riskRules: [
              { condition: 'backup_data && backup_test', risk: 'NO_RISK' },
              { condition: 'backup_data', risk: 'MEDIUM_RISK' },
              { condition: 'default', risk: 'HIGH_RISK' },
            ],
          },
        ],
      },
    ],
    ...changes,
  };
}

function choice(id: string, title: string) {
  return {
    id,
    title,
    helpfulResource: { displayText: 'Why it matters' },
    improvementPlan: { displayText: 'What to do next' },
  };
}

/** Imports a lens and publishes it. */
export async function publishLens(
  store: LensStore,
  document: LensDocument,
): Promise<void> {
  const editor = new LensEditor({ clock: systemClock, store });
  const { lensId, version } = await editor.import(JSON.stringify(document), {
    by: 'test',
  });
  await editor.publish(lensId, version, 'test');
}
