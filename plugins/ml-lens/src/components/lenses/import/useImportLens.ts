import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import type { LensSource } from './source';
import { type ImportNames, importRequest } from './useLensCheck';

/** Stores a checked source as a draft. */
export function useImportLens() {
  const api = useApi(mlLensApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: { source: LensSource; names: ImportNames }) =>
      api.call('importLens', importRequest(request.source, request.names)),
    onSuccess: async ({ lensId }) => {
      await Promise.all(
        [
          queryKey('listLenses'),
          queryKey('getLens', lensId),
          queryKey('diffLens', lensId),
        ].map(key => queryClient.invalidateQueries({ queryKey: key })),
      );
    },
  });
}
