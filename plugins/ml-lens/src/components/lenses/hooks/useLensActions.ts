import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { errorMessage } from './errorMessage';
import { useToasts } from '../../shared';

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
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const queryClient = useQueryClient();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: async (path: VersionRef) => {
      await api.call(OPERATIONS[action], { path });
    },
    onSuccess: async (_, { version }) => {
      toastApi.post({
        status: 'success',
        title: t(`lenses.${action}.done`, { version }),
        timeout: 5000,
      });
      // Reviews and scorecards follow the published versions too.
      await queryClient.invalidateQueries({ queryKey: ['ml-lens'] });
    },
    onError: error => {
      toastApi.post({
        status: 'danger',
        title: t(`lenses.${action}.failed`),
        description: errorMessage(error),
      });
    },
  });
}

/** Downloads a version as a file. */
export function useLensExport() {
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: async (request: VersionRef & { format: 'aws' | 'ml-lens' }) => {
      const { lensId, version, format } = request;
      const response = await api.call('exportLens', {
        path: { lensId },
        query: { version, format },
      });
      const suffix = format === 'aws' ? '.aws' : '';
      saveFile(await response.blob(), `${lensId}-${version}${suffix}.json`);
    },
    onError: error => {
      toastApi.post({
        status: 'danger',
        title: t('lenses.export.failed'),
        description: errorMessage(error),
      });
    },
  });
}

/** The request needs a token, so the file cannot simply be linked to. */
function saveFile(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
