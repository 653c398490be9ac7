import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, SCORE_STEPS, scoreAppearance } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Heatmap.module.css';

const BANDS = SCORE_STEPS.map((score, step) => ({
  score,
  label: `${score}–${(SCORE_STEPS[step + 1] ?? 101) - 1}`,
}));

/** What colours, hatching and the mark of a cell mean. */
export function HeatmapLegend() {
  const { t } = useMlLensTranslation();
  const High = RISK_APPEARANCE.HIGH.icon;
  return (
    <ul
      className={`${looks.line} ${looks.small} ${looks.legend}`}
      aria-label={t('org.heatmap.legend')}
    >
      {BANDS.map(({ score, label }) => {
        const { bg, fg } = scoreAppearance(score);
        return (
          <li key={score}>
            <span
              className={styles.swatch}
              style={{ background: bg, color: fg }}
              aria-hidden
            />
            {label}
          </li>
        );
      })}
      <li>
        <span className={`${styles.swatch} ${styles.tentative}`} aria-hidden />
        {t('org.heatmap.tentative')}
      </li>
      <li>
        <High
          aria-hidden
          size={14}
          style={{ color: RISK_APPEARANCE.HIGH.solid }}
        />
        {t('org.heatmap.highMark')}
      </li>
      <li>
        <span className={`${styles.swatch} ${styles.notDue}`} aria-hidden />
        {t('org.heatmap.later')}
      </li>
      <li>
        <span aria-hidden>–</span> {t('org.heatmap.nothing')}
      </li>
    </ul>
  );
}
