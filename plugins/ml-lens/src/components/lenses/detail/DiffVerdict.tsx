import type { LensDiff } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { MajorChip } from '../shared/LensChips';
import styles from './ChangesTab.module.css';

/** Whether a change makes reviewers look again, and how much changed. */
export function DiffVerdict(props: { diff: LensDiff }) {
  const { diff } = props;
  const { t } = useMlLensTranslation();
  const { from, major, changes } = diff;
  if (changes.length === 0) {
    return <p className={styles.muted}>{t('lenses.changes.same')}</p>;
  }
  return (
    <div className={styles.verdict}>
      <MajorChip major={major} />
      <div>
        <strong>
          {t(major ? 'lenses.changes.major' : 'lenses.changes.minor')}
        </strong>
        <p className={styles.muted}>
          {t(major ? 'lenses.changes.majorText' : 'lenses.changes.minorText', {
            version: from,
          })}
        </p>
      </div>
      <span className={styles.count}>
        {t('lenses.changes.count', { count: changes.length })}
      </span>
    </div>
  );
}
