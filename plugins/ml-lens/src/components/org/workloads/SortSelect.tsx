// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ORG_SORT_FIELDS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { useOrg } from '../OrgModel';
import { sortParam } from '../orgUrl';

/** The order of the cards, which have no headers to press. */
export function SortSelect() {
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const texts = ['title', 'owner', 'system', 'domain', 'lifecycle'];
  const options = ORG_SORT_FIELDS.flatMap(field => {
    if (field === 'updatedAt') {
      return [
        { id: '-updatedAt', label: t('org.table.sortNewest') },
        { id: 'updatedAt', label: t('org.table.sortOldest') },
      ];
    }
    if (field === 'lateSince') {
      const values = { field: t('org.field.lateSince') };
      return [
        { id: 'lateSince', label: t('org.table.sortDown', values) },
        { id: '-lateSince', label: t('org.table.sortUp', values) },
      ];
    }
    const name = t(`org.field.${field === 'title' ? 'workload' : field}`);
    const isText = texts.includes(field);
    return [
      {
        id: field as string,
        label: t(isText ? 'org.table.sortText' : 'org.table.sortUp', {
          field: name,
        }),
      },
      {
        id: `-${field}`,
        label: t(isText ? 'org.table.sortTextDown' : 'org.table.sortDown', {
          field: name,
        }),
      },
    ];
  });
  return (
    <Select
      size="small"
      aria-label={t('org.table.sortBy')}
      options={options}
      value={sortParam(url.sort)}
      onChange={value => {
        const chosen = String(value);
        const descending = chosen.startsWith('-');
        const name = descending ? chosen.slice(1) : chosen;
        const field = ORG_SORT_FIELDS.find(known => known === name);
        if (field) set({ sort: { field, descending } });
      }}
    />
  );
}
