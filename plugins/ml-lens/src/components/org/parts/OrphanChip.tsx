import { RiLinkUnlinkM } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import styles from './OrphanChip.module.css';

/** A workload no entity of the catalog links to any more. */
export function OrphanChip() {
  const { t } = useMlLensTranslation();
  return (
    <span className={styles.chip} title={t('org.table.orphanedHint')}>
      <RiLinkUnlinkM aria-hidden />
      {t('org.table.orphaned')}
    </span>
  );
}
