// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, useApiMutation, SmallButton, Notice } from '../../shared';

type Removal = NonNullable<MlLensResponse<'listLensReports'>['removal']>;

function useConfirmRemoval() {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: async (api, since: string) => {
      await api.call('confirmRemoval', { body: { since } });
    },
    changes: 'all',
    failed: t('lenses.reports.removeFailed'),
  });
}

/** Says that many workloads are kept although the catalog has them no more. */
export function RemovalNotice(props: { removal: Removal }) {
  const { workloads, of, since, believedAt, confirmed } = props.removal;
  const { t } = useMlLensTranslation();
  const { number, relative } = useFormat();
  const { mutate, isPending } = useConfirmRemoval();
  return (
    <Notice
      status="warning"
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
          <SmallButton isDisabled={isPending} onPress={() => mutate(since)}>
            {t('lenses.reports.remove')}
          </SmallButton>
        )
      }
    />
  );
}
