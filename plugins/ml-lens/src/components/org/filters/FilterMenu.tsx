import {
  Button,
  MenuAutocompleteListbox,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
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
  selected: string[];
  onChange: (selected: string[]) => void;
  selectionMode?: 'single' | 'multiple';
}) {
  const {
    label,
    options,
    selected,
    onChange,
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
        keys === 'all' ? options.map(({ id }) => id) : [...keys].map(idOf),
      ),
    // Escape closes the list; what is chosen stays.
    escapeKeyBehavior: 'none' as const,
    className: styles.menu,
    maxHeight: '20rem',
    children: options.map(({ id, label: name, count }) => (
      <MenuListBoxItem key={id} id={keyOf(id)} textValue={name}>
        <span className={styles.option}>
          <span className={styles.optionName}>{name}</span>
          {count !== undefined && (
            <span className={styles.optionCount}>{number(count)}</span>
          )}
        </span>
      </MenuListBoxItem>
    )),
  };
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
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
      </Button>
      {options.length < SEARCHABLE_FROM ? (
        <MenuListBox {...list} />
      ) : (
        <MenuAutocompleteListbox
          {...list}
          placeholder={t('org.filters.find')}
          renderEmptyState={() => (
            <div className={styles.noValues}>{t('org.filters.noValues')}</div>
          )}
        />
      )}
    </MenuTrigger>
  );
}
