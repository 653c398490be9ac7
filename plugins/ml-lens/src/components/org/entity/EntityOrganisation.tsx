// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, ErrorState } from '../../shared';
import { useScorecards } from '../hooks';
import { useOrgLinks } from '../insights';
import looks from '../../shared/looks.module.css';
import styles from '../Org.module.css';
import { OrgPage, useOrg } from '../OrgModel';
import type { FilterKey } from '../orgUrl';
import { TotalsBand } from '../totals/TotalsBand';
import { DEFAULT_COLUMNS } from '../workloads/columns';
import { NoWorkloads } from '../workloads/NoWorkloads';
import { WorkloadsTable } from '../workloads/WorkloadsTable';
import entityStyles from './EntityOrganisation.module.css';

type Kind = 'group' | 'system' | 'domain';

const FILTER_OF: Record<Kind, FilterKey> = {
  group: 'owner',
  system: 'system',
  domain: 'domain',
};

function Workloads(props: { kind: Kind }) {
  const { kind } = props;
  const { url } = useOrg();
  const { t } = useMlLensTranslation();
  const links = useOrgLinks();
  const { data, error, isPlaceholderData, refetch } = useScorecards();
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  const isNarrowed =
    url.q !== '' ||
    Object.entries(url.filters).some(
      ([key, values]) => key !== FILTER_OF[kind] && values.length > 0,
    );
  if (data?.totalItems === 0 && !isNarrowed && !isPlaceholderData) {
    return (
      <EmptyState
        title={t('org.entity.emptyTitle')}
        text={t('org.entity.emptyText')}
      />
    );
  }
  const title = t(`org.entity.${kind}`);
  return (
    <>
      <div className={`${looks.apart} ${entityStyles.head}`}>
        <h2>{title}</h2>
        <ButtonLink
          size="small"
          variant="tertiary"
          href={links('overview')}
          iconEnd={<RiArrowRightLine />}
        >
          {t('org.entity.openAll')}
        </ButtonLink>
      </div>
      <TotalsBand canSort />
      <div className={`${looks.box} ${styles.panel}`}>
        {data?.totalItems === 0 ? (
          <NoWorkloads />
        ) : (
          <WorkloadsTable
            label={title}
            shown={DEFAULT_COLUMNS}
            page={data}
            isStale={isPlaceholderData}
          />
        )}
      </div>
    </>
  );
}

/** The tab on groups, systems and domains: their workloads, rolled up. */
export function EntityOrganisation() {
  const { entity } = useEntity();
  const kind = entity.kind.toLocaleLowerCase('en-US') as Kind;
  const ref = stringifyEntityRef(entity);
  const fixed = useMemo(() => ({ [FILTER_OF[kind]]: [ref] }), [kind, ref]);
  return (
    <OrgPage className={entityStyles.page} fixed={fixed}>
      <Workloads kind={kind} />
    </OrgPage>
  );
}
