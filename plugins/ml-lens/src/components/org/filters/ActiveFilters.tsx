// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useOrg } from '../OrgModel';
import { NO_FILTERS, type OrgUrlChange } from '../orgUrl';
import looks from '../../shared/looks.module.css';
import styles from './Filters.module.css';
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
  if (chips.length === 0) return null;
  return (
    <ul className={looks.row} aria-label={t('org.filters.active')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className={`${looks.inline} ${styles.chip}`}
            aria-label={t('org.filters.remove', { filter: label })}
            onClick={() => set(without)}
          >
            {label}
            <RiCloseLine size={16} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button size="small" variant="tertiary" onPress={() => set(NO_FILTERS)}>
          {t('org.filters.clear')}
        </Button>
      </li>
    </ul>
  );
}
