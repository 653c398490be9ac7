// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { rootRouteRef } from '../../routes';
import { useMlLensTranslation } from '../../translation';
import { EmptyState } from './States';

/** An address below the organisation's page that leads nowhere. */
export function NoSuchPage() {
  const { t } = useMlLensTranslation();
  const root = useRouteRef(rootRouteRef)();
  return (
    <EmptyState
      title={t('common.noSuchPageTitle')}
      text={t('common.noSuchPageText')}
      action={
        <ButtonLink variant="secondary" href={root}>
          {t('common.toStart')}
        </ButtonLink>
      }
    />
  );
}
