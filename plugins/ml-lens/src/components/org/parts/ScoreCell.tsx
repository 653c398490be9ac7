import { ASSESSED_COVERAGE } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { scoreAppearance, useFormat } from '../../shared';
import styles from './ScoreCell.module.css';

/** Score as number and bar, with what it rests on beside it. */
export function ScoreCell(props: {
  score: number | null;
  coverage: number | null;
}) {
  const { score, coverage } = props;
  const { t } = useMlLensTranslation();
  const { percent } = useFormat();
  // Little answered is not a bad score yet, so it is not shown as loudly.
  const isAssessed = coverage !== null && coverage >= ASSESSED_COVERAGE;
  // Nothing answered scores 0, which would look like the worst of reviews.
  const shown = coverage === 0 ? null : score;
  const none = t(coverage === 0 ? 'common.notAssessedYet' : 'common.noScore');
  return (
    <div className={styles.cell}>
      <span
        className={`${styles.score} ${isAssessed ? '' : styles.tentative}`}
        role="img"
        aria-label={
          shown === null
            ? none
            : t('common.scoreOf100', { score: String(shown) })
        }
        title={shown === null ? none : undefined}
      >
        {shown ?? '–'}
      </span>
      <span className={styles.rest}>
        <span className={styles.track} aria-hidden>
          <span
            className={styles.fill}
            style={{
              width: `${shown ?? 0}%`,
              background: scoreAppearance(isAssessed ? shown : null).solid,
            }}
          />
        </span>
        {coverage !== null && (
          <span className={styles.coverage}>
            {t('common.coverageOf', {
              percent: percent(coverage).replace(/\s*%$/, ''),
            })}
          </span>
        )}
      </span>
    </div>
  );
}
