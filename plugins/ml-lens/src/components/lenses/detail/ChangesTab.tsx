// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import type {
  LensListItem,
  LensVersion,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, ErrorState, LoadingState } from '../../shared';
import { useLensDiff } from '../hooks/lensQueries';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { ChangeList } from './ChangeList';
import looks from '../../shared/looks.module.css';
import styles from './ChangesTab.module.css';
import { DiffVerdict } from './DiffVerdict';

/**
 * The version before this one: what was published last, or else the next older
 * one. Versions come newest first.
 */
export function previousVersion(
  versions: readonly LensVersion[],
  version: string,
): string | undefined {
  const at = versions.findIndex(one => one.version === version);
  const older = versions.slice(at + 1);
  const before = older.find(one => one.status === 'PUBLISHED') ?? older[0];
  return (before ?? versions.find(one => one.version !== version))?.version;
}

/** What this version changed against another one. */
export function ChangesTab(props: {
  item: LensListItem;
  version: LensVersion;
  lens: CompiledLens;
}) {
  const { item, version, lens } = props;
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'compare'>();
  const others = item.versions.filter(one => one.version !== version.version);
  const from =
    others.find(one => one.version === get('compare'))?.version ??
    previousVersion(item.versions, version.version);
  const { data, error, refetch } = useLensDiff(item.id, from, version.version);

  if (!from) return <EmptyState title={t('lenses.changes.first')} />;
  return (
    <div className={`${looks.loose} ${styles.changes}`}>
      <Select
        className={styles.select}
        label={t('lenses.changes.compareWith')}
        options={others.map(one => ({
          id: one.version,
          label: t('lenses.detail.versionOption', {
            version: one.version,
            status: t(`lenses.status.${one.status}`),
          }),
        }))}
        value={from}
        onChange={value => set({ compare: String(value) }, { replace: true })}
      />
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={2} height={120} />}
      {data && <DiffVerdict diff={data} />}
      {data && <ChangeList diff={data} lens={lens} />}
    </div>
  );
}
