import { Button, SearchField, Select, Skeleton } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { type ReactNode, useId, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useDebouncedText } from '../../shared/useDebouncedText';
import { useIsNarrow } from '../../shared/useIsNarrow';
import { useOrg } from '../OrgModel';
import { ActiveFilters } from './ActiveFilters';
import { FilterMenu } from './FilterMenu';
import styles from './Filters.module.css';
import { LINKED_KEYS, NO_LENS_FILTERS } from '../orgUrl';
import { useFilterFields } from './useFilterFields';

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
  const fields = useFilterFields();

  return (
    <section className={styles.bar} aria-label={t('org.filters.label')}>
      <div className={styles.row}>
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
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={menusId}
            onPress={() => setOpen(!isOpen)}
          >
            {t('org.filters.show')}
          </Button>
        )}
        {props.actions}
      </div>
      {(!isNarrow || isOpen) && (
        <div className={styles.row} id={menusId}>
          {fields
            .filter(
              ({ key, options }) =>
                !LINKED_KEYS.includes(key) &&
                (key !== 'phase' || options.length > 0),
            )
            .map(({ key, label, options }) => (
              <FilterMenu
                key={key}
                label={label}
                options={options}
                selected={url.filters[key]}
                onChange={values => set({ filters: { [key]: values } })}
              />
            ))}
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
