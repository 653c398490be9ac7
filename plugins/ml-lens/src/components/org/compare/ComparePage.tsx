// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, Answered } from '../../shared';
import { useEntityNames } from '../hooks';
import { Panel, useUrlKeys, useUrlChoice } from '../insights';
import { inOrgPage, useOrg } from '../OrgModel';
import { ViewsMenu } from '../views/ViewsMenu';
import styles from './Compare.module.css';
import { ComparePicker } from './ComparePicker';
import { CompareTable } from './CompareTable';
import { COMPARE_BY, FEWEST, MOST, useComparison } from './useComparison';

function Compare() {
  const { lens, set: setOrg } = useOrg();
  const { t } = useMlLensTranslation();
  const { getAll, set } = useUrlKeys<'with'>();
  const [by, setBy] = useUrlChoice('compare', COMPARE_BY, ['with']);
  const keys = [...new Set(getAll('with'))].slice(0, MOST);
  const query = useComparison(by, keys);
  const entityName = useEntityNames(by === 'workload' ? [] : keys);
  const nameOf = (key: string) => {
    if (by !== 'workload') return entityName(key);
    return query.data?.items.find(item => item.key === key)?.title ?? key;
  };
  return (
    <Panel
      title={t('org.compare.title')}
      note={t('org.compare.note')}
      isStale={query.isPlaceholderData}
      actions={
        <>
          {lens.choices.length > 1 && (
            <Select
              size="small"
              aria-label={t('org.field.lens')}
              options={lens.choices.map(({ id, name }) => ({
                id,
                label: name,
              }))}
              value={lens.id}
              onChange={value => setOrg({ lens: String(value) })}
            />
          )}
          <ViewsMenu />
        </>
      }
    >
      <ComparePicker
        by={by}
        onBy={setBy}
        chosen={keys.map(key => ({ key, name: nameOf(key) }))}
        onChange={next => set({ with: next })}
      />
      {keys.length < FEWEST ? (
        <EmptyState
          title={t('org.compare.emptyTitle')}
          text={t('org.compare.emptyText')}
        />
      ) : (
        <div className={styles.result}>
          <Answered query={query} height={360}>
            {({ items }) => (
              <CompareTable
                items={items.map(item => ({ ...item, name: nameOf(item.key) }))}
              />
            )}
          </Answered>
        </div>
      )}
    </Panel>
  );
}

/** Two to six teams or workloads side by side. */
export const ComparePage = inOrgPage(Compare);
