// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SearchField, Select, Skeleton } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiFilter3Line,
} from '@remixicon/react';
import { type ReactNode, useId, useState } from 'react';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useDebouncedText } from '../../shared/useDebouncedText';
import { useIsNarrow } from '../../shared/useIsNarrow';
import { useOrg } from '../OrgModel';
import { ActiveFilters } from './ActiveFilters';
import { FilterMenu } from './FilterMenu';
import looks from '../../shared/looks.module.css';
import styles from './Filters.module.css';
import { type FilterKey, LINKED_KEYS, NO_LENS_FILTERS } from '../orgUrl';
import {
  type FilterField,
  type FilterSearch,
  useFilterFields,
} from './useFilterFields';

/** Filters that most people need; the others are a step further. */
const FIRST: readonly FilterKey[] = ['owner', 'level', 'risk', 'phase', 'late'];

/** Search, lens and filters; all of it in the URL. */
export function FilterBar(props: {
  /** What else belongs in the first row, e.g. the choice of columns. */
  actions?: ReactNode;
}) {
  const { url, set, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const menusId = useId();
  const [text, setText] = useDebouncedText(url.q, q =>
    set({ q }, { replace: true }),
  );
  const [search, setSearch] = useState<FilterSearch>();
  const fields = useFilterFields(search);
  const [isMore, setMore] = useState(false);
  const moreId = useId();
  const offered = fields.filter(
    ({ key, options }) =>
      !LINKED_KEYS.includes(key) && (key !== 'phase' || options.length > 0),
  );
  const others = offered.filter(({ key }) => !FIRST.includes(key));
  const setInMore =
    others.reduce((sum, { key }) => sum + url.filters[key].length, 0) +
    (url.orphaned ? 1 : 0);
  const menu = ({ key, label, options, total }: FilterField) => (
    <FilterMenu
      key={key}
      label={label}
      options={options}
      total={total}
      onSearch={typed => setSearch({ key, text: typed })}
      selected={url.filters[key]}
      onChange={values => set({ filters: { [key]: values } })}
    />
  );

  return (
    <section className={looks.stack} aria-label={t('org.filters.label')}>
      <div className={`${looks.row} ${styles.row}`}>
        <SearchField
          className={styles.search}
          size="small"
          aria-label={t('org.filters.search')}
          placeholder={t('org.filters.search')}
          value={text}
          onChange={setText}
        />
        {lens.isNamed ? (
          <Select
            className={styles.lens}
            size="small"
            aria-label={t('org.field.lens')}
            options={lens.choices.map(({ id, name }) => ({ id, label: name }))}
            value={lens.id}
            onChange={value => {
              set({ lens: String(value), filters: NO_LENS_FILTERS });
            }}
          />
        ) : (
          <Skeleton className={styles.lens} height={32} />
        )}
        {isNarrow && (
          <SmallButton
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={menusId}
            onPress={() => setOpen(!isOpen)}
          >
            {t('org.filters.show')}
          </SmallButton>
        )}
        {props.actions}
      </div>
      {(!isNarrow || isOpen) && (
        <div className={`${looks.row} ${styles.row}`} id={menusId}>
          {FIRST.flatMap(first =>
            offered.filter(({ key }) => key === first),
          ).map(menu)}
          <SmallButton
            variant="tertiary"
            iconEnd={
              isMore ? (
                <RiArrowUpSLine aria-hidden />
              ) : (
                <RiArrowDownSLine aria-hidden />
              )
            }
            aria-expanded={isMore}
            aria-controls={moreId}
            onPress={() => setMore(!isMore)}
          >
            {setInMore > 0
              ? t('org.filters.moreSet', { count: setInMore })
              : t('org.filters.more')}
          </SmallButton>
        </div>
      )}
      {(!isNarrow || isOpen) && isMore && (
        <div className={`${looks.row} ${styles.row}`} id={moreId}>
          {others.map(menu)}
          <FilterMenu
            label={t('org.field.catalog')}
            selectionMode="single"
            options={[
              { id: 'false', label: t('org.filters.linkedOnly') },
              { id: 'true', label: t('org.filters.orphanedOnly') },
            ]}
            selected={url.orphaned ? [url.orphaned] : []}
            onChange={([value]) =>
              set({ orphaned: value as 'true' | 'false' | undefined })
            }
          />
        </div>
      )}
      <ActiveFilters fields={fields} />
    </section>
  );
}
