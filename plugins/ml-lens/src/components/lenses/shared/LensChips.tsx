import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiArchive2Line,
  RiCheckboxCircleFill,
  RiDraftLine,
  RiEqualLine,
  RiFlashlightLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import styles from './LensChips.module.css';

const STATUS_ICONS = {
  DRAFT: RiDraftLine,
  PUBLISHED: RiCheckboxCircleFill,
  ARCHIVED: RiArchive2Line,
};

/** Draft, published or archived. */
export function LensStatusChip(props: { status: LensStatus }) {
  const { status } = props;
  const { t } = useMlLensTranslation();
  const Icon = STATUS_ICONS[status];
  return (
    <span className={`${styles.chip} ${styles[status]}`}>
      <Icon aria-hidden />
      {t(`lenses.status.${status}`)}
    </span>
  );
}

/** Whether a change makes reviewers look again. */
export function MajorChip(props: { major: boolean }) {
  const { major } = props;
  const { t } = useMlLensTranslation();
  const Icon = major ? RiFlashlightLine : RiEqualLine;
  return (
    <span className={`${styles.chip} ${major ? styles.major : styles.minor}`}>
      <Icon aria-hidden />
      {t(major ? 'lenses.change.major' : 'lenses.change.minor')}
    </span>
  );
}
