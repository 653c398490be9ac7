// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  MenuAutocompleteListbox,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
  Skeleton,
} from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import type { SyntheticEvent } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Filters.module.css';

export interface FilterOption {
  id: string;
  label: string;
  /** Workloads with this value, where that is known. */
  count?: number;
}

/** Keys of a list may not be empty; values may. */
const keyOf = (id: string) => `=${id}`;
const idOf = (key: string | number) => String(key).slice(1);

/** Longer lists can be searched. */
const SEARCHABLE_FROM = 8;

/** One filter: a button that says how much is chosen, a list to choose from. */
export function FilterMenu(props: {
  label: string;
  options: FilterOption[];
  /** How many values there are, where not all of them are given. */
  total?: number;
  selected: string[];
  onChange: (selected: string[]) => void;
  /** What is typed to find a value that is not given. */
  onSearch?: (text: string) => void;
  selectionMode?: 'single' | 'multiple';
}) {
  const {
    label,
    options,
    total = options.length,
    selected,
    onChange,
    onSearch,
    selectionMode = 'multiple',
  } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const list = {
    'aria-label': label,
    selectionMode,
    selectedKeys: selected.map(keyOf),
    onSelectionChange: (keys: 'all' | Set<string | number>) =>
      onChange(
        keys === 'all'
          ? options.map(({ id }) => id)
          : [
              // Chosen before, and not among what was found since.
              ...selected.filter(id => !options.some(one => one.id === id)),
              ...[...keys]
                .map(idOf)
                .filter(id => options.some(one => one.id === id)),
            ],
      ),
    // Escape closes the list; what is chosen stays.
    escapeKeyBehavior: 'none' as const,
    className: styles.menu,
    maxHeight: '20rem',
    children: options.map(({ id, label: name, count }) => (
      <MenuListBoxItem key={id} id={keyOf(id)} textValue={name || id}>
        <span className={styles.option}>
          <span className={looks.ellipsis}>
            {name || <Skeleton width="8rem" height="1em" />}
          </span>
          {count !== undefined && (
            <span className={styles.optionCount}>{number(count)}</span>
          )}
        </span>
      </MenuListBoxItem>
    )),
  };
  // The list keeps what is typed to itself; its events come by all the same.
  const follow = ({ target }: SyntheticEvent) => {
    const input = (target as Element)
      .closest('.bui-MenuInner')
      ?.querySelector('input');
    if (input) onSearch?.(input.value.trim());
  };
  const trigger = (
    <MenuTrigger onOpenChange={isOpen => isOpen || onSearch?.('')}>
      <SmallButton
        isDisabled={options.length === 0}
        iconEnd={<RiArrowDownSLine aria-hidden />}
      >
        {label}
        {selected.length > 0 && (
          <>
            {' '}
            <span
              className={styles.badge}
              aria-label={t('org.filters.count', {
                count: number(selected.length),
              })}
            >
              {number(selected.length)}
            </span>
          </>
        )}
      </SmallButton>
      {total < SEARCHABLE_FROM ? (
        <MenuListBox {...list} />
      ) : (
        <MenuAutocompleteListbox
          {...list}
          placeholder={
            total > options.length
              ? t('org.filters.findIn', { total: number(total) })
              : t('org.filters.find')
          }
          renderEmptyState={() => (
            <div className={styles.noValues}>{t('org.filters.noValues')}</div>
          )}
        />
      )}
    </MenuTrigger>
  );
  return onSearch ? (
    <span
      role="presentation"
      onInput={follow}
      onKeyUp={follow}
      onClick={follow}
    >
      {trigger}
    </span>
  ) : (
    trigger
  );
}
