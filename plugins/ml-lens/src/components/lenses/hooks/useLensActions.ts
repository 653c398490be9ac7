// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { useApiMutation } from '../../shared';
import { saveFile } from '../../shared/saveFile';

interface VersionRef {
  lensId: string;
  version: string;
}

type Action = 'publish' | 'archive' | 'deleteDraft';

const OPERATIONS = {
  publish: 'publishLens',
  archive: 'archiveLens',
  deleteDraft: 'deleteLensDraft',
} as const;

/** Publishes, archives or deletes a version, and says how it went. */
export function useLensAction(action: Action) {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: async (api, path: VersionRef) => {
      await api.call(OPERATIONS[action], { path });
    },
    // Reviews and scorecards follow the published versions too.
    changes: 'all',
    done: ({ version }) => t(`lenses.${action}.done`, { version }),
    failed: t(`lenses.${action}.failed`),
  });
}

/** Downloads a version as a file. */
export function useLensExport() {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: async (
      api,
      { lensId, version, format }: VersionRef & { format: 'aws' | 'ml-lens' },
    ) => {
      const response = await api.call('exportLens', {
        path: { lensId },
        query: { version, format },
      });
      const suffix = format === 'aws' ? '.aws' : '';
      saveFile(await response.blob(), `${lensId}-${version}${suffix}.json`);
    },
    failed: t('lenses.export.failed'),
  });
}
