// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { FilterChips } from '../../shared/FilterChips';
import { useMlLensTranslation } from '../../../translation';
import { useOrg } from '../OrgModel';
import { NO_FILTERS, type OrgUrlChange } from '../orgUrl';
import type { FilterField } from './useFilterFields';

/** The filters in force, each with a way out. */
export function ActiveFilters(props: { fields: FilterField[] }) {
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const chips: { key: string; label: string; without: OrgUrlChange }[] =
    props.fields.flatMap(({ key, label, nameOf }) =>
      url.filters[key].map(value => ({
        key: `${key}:${value}`,
        label: t('org.filters.chip', { field: label, value: nameOf(value) }),
        without: {
          filters: { [key]: url.filters[key].filter(other => other !== value) },
        },
      })),
    );
  if (url.q) {
    chips.unshift({
      key: 'q',
      label: t('org.filters.query', { text: url.q }),
      without: { q: undefined },
    });
  }
  if (url.orphaned) {
    chips.push({
      key: 'orphaned',
      label:
        url.orphaned === 'true'
          ? t('org.filters.orphanedOnly')
          : t('org.filters.linkedOnly'),
      without: { orphaned: undefined },
    });
  }
  return (
    <FilterChips
      label={t('org.filters.active')}
      filters={chips.map(({ key, label, without }) => ({
        key,
        label,
        action: t('org.filters.remove', { filter: label }),
        onRemove: () => set(without),
      }))}
      clear={t('org.filters.clear')}
      onClear={() => set(NO_FILTERS)}
    />
  );
}
