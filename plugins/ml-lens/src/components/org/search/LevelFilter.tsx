// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/core-components';
import {
  type DefaultEntityFilters,
  type EntityFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Entity } from '@backstage/catalog-model';
import { useEffect, useState } from 'react';
import { useApiQuery } from '../../shared/useApiQuery';
import { PluginProvider } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useLevelName } from '../../shared/knownNames';
import { useToasts } from '../../shared/useToasts';

/** Workloads a catalog can be asked for at a time: they are in the address. */
const AT_ONCE = 100;

const ANY = 'any';

/** Entities of workloads at a level. */
class LevelEntityFilter implements EntityFilter {
  constructor(
    readonly level: string,
    readonly workloadIds: readonly string[],
  ) {}

  getCatalogFilters() {
    return {
      // A workload id is never empty, so this one finds nothing.
      [`metadata.annotations.${ML_LENS_ANNOTATIONS.workload}`]:
        this.workloadIds.length > 0 ? [...this.workloadIds] : [''],
    };
  }

  filterEntity(entity: Entity): boolean {
    const id = entity.metadata.annotations?.[ML_LENS_ANNOTATIONS.workload];
    return id !== undefined && this.workloadIds.includes(id);
  }

  toQueryValue(): string {
    return this.level;
  }
}

function Levels() {
  const toasts = useToasts();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const { filters, queryParameters, updateFilters } = useEntityList<
    DefaultEntityFilters & { mlLensLevel?: LevelEntityFilter }
  >();
  // The page draws its filters anew at times: what is in force is not theirs.
  const [level, setLevel] = useState(
    filters.mlLensLevel?.level ?? [queryParameters.mlLensLevel].flat()[0],
  );
  const facets = useApiQuery('getFacets', {}, { staleTime: 60_000 });
  const { data } = useApiQuery(
    'queryScorecards',
    { query: { level, orphaned: 'false', limit: AT_ONCE } },
    { enabled: level !== undefined },
  );
  useEffect(() => {
    if (level === undefined || !data) return;
    updateFilters({
      mlLensLevel: new LevelEntityFilter(level, [
        ...new Set(data.items.map(({ workloadId }) => workloadId)),
      ]),
    });
    if (data.totalItems > AT_ONCE) {
      toasts.post({
        status: 'info',
        title: t('org.search.firstOnly', { count: AT_ONCE }),
      });
    }
    // Only what is chosen and found changes what is asked of the catalog.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [level, data]);
  const options = facets.data?.facets.level ?? [];
  if (options.length === 0) return null;
  return (
    <Select
      label={t('org.search.level')}
      items={[
        { value: ANY, label: t('org.search.anyLevel') },
        ...options.map(({ value }) => ({ value, label: levelName(value) })),
      ]}
      selected={level ?? ANY}
      onChange={value => {
        const next = value === ANY ? undefined : String(value);
        setLevel(next);
        if (!next) updateFilters({ mlLensLevel: undefined });
      }}
    />
  );
}

/**
 * Leaves of the catalog what belongs to workloads at a level. It is drawn as the
 * filters beside it are, and by their code: nothing more is loaded for a page
 * that everybody opens.
 */
export function LevelFilter() {
  return (
    <PluginProvider>
      <Levels />
    </PluginProvider>
  );
}
