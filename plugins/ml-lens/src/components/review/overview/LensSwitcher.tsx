import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { useReview, useReviewUrl } from '../model';
import styles from './ReviewHeader.module.css';

/** The lens of the review, and the way to the workload's other reviews. */
export function LensSwitcher() {
  const { workload, lens, definition } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const version = t('review.header.lensVersion', {
    version: definition.version,
  });
  const options = workload.reviews.map(review => ({
    value: review.lens.id,
    label:
      // The open lens is known in the reader's language, the others by name.
      review.lens.id === lens.id ? lens.document.name : review.lens.name,
  }));

  return (
    <div className={styles.lens}>
      {options.length > 1 ? (
        <Select
          size="small"
          aria-label={t('review.header.switchLens')}
          options={options}
          value={lens.id}
          onChange={id => {
            if (!id || id === lens.id) return;
            // Filters and points name things of this review, so they do not go along.
            set(
              {
                lens: String(id),
                pillar: undefined,
                phase: undefined,
                risk: undefined,
                question: undefined,
                from: undefined,
                to: undefined,
                about: undefined,
              },
              { push: true },
            );
          }}
        />
      ) : (
        <span className={styles.lensName}>{lens.document.name}</span>
      )}
      <span className={styles.muted}>{version}</span>
    </div>
  );
}
