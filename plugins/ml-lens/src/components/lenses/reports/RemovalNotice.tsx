import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, useToasts } from '../../shared';
import { errorMessage } from '../hooks/errorMessage';

type Removal = NonNullable<MlLensResponse<'listLensReports'>['removal']>;

function useConfirmRemoval() {
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const queryClient = useQueryClient();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: async (since: string) => {
      await api.call('confirmRemoval', { body: { since } });
    },
    onError: error => {
      toastApi.post({
        status: 'danger',
        title: t('lenses.reports.removeFailed'),
        description: errorMessage(error),
      });
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ['ml-lens'] });
    },
  });
}

/** Says that many workloads are kept although the catalog has them no more. */
export function RemovalNotice(props: { removal: Removal }) {
  const { workloads, of, since, believedAt, confirmed } = props.removal;
  const { t } = useMlLensTranslation();
  const { number, relative } = useFormat();
  const { mutate, isPending } = useConfirmRemoval();
  return (
    <Alert
      status="warning"
      icon
      title={t('lenses.reports.removalTitle', {
        count: workloads,
        number: number(workloads),
        of: number(of),
      })}
      description={
        confirmed
          ? t('lenses.reports.removalConfirmed')
          : t('lenses.reports.removalText', {
              since: relative(since),
              believedAt: relative(believedAt),
            })
      }
      customActions={
        confirmed ? undefined : (
          <Button
            size="small"
            variant="secondary"
            isDisabled={isPending}
            onPress={() => mutate(since)}
          >
            {t('lenses.reports.remove')}
          </Button>
        )
      }
    />
  );
}
