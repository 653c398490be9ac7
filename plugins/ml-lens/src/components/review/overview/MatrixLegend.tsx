import { DEFAULT_LEVELS } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, scoreAppearance, useLevelName } from '../../shared';
import { useLevels, useReviewFrame } from '../model';
import { levelBands } from './levelBands';
import looks from '../../shared/looks.module.css';
import styles from './MatrixLegend.module.css';

/** What colour, icon, dash and bar of a cell mean. */
export function MatrixLegend() {
  const { definition } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const bands = levelBands(useLevels(definition) ?? DEFAULT_LEVELS);
  return (
    <ul
      className={`${looks.line} ${looks.small} ${looks.legend}`}
      aria-label={t('review.matrix.legend')}
    >
      {bands.map(({ name, from, to, noHigh }) => {
        const { bg, solid } = scoreAppearance(from);
        const values = {
          level: levelName(name),
          from: String(from),
          to: String(to),
        };
        return (
          <li key={from}>
            <span
              className={styles.swatch}
              style={{ background: bg, borderColor: solid }}
              aria-hidden
            />
            {noHigh
              ? t('review.matrix.legendLevelNoHigh', values)
              : t('review.matrix.legendLevel', values)}
          </li>
        );
      })}
      {(['HIGH', 'MEDIUM'] as const).map(risk => {
        const { icon: Icon, solid } = RISK_APPEARANCE[risk];
        return (
          <li key={risk}>
            <Icon aria-hidden size={14} color={solid} />
            {t(`review.matrix.legendRisk.${risk}`)}
          </li>
        );
      })}
      <li>
        <span className={styles.bar} aria-hidden />
        {t('review.matrix.legendBar')}
      </li>
      <li>
        <span aria-hidden>–</span>
        {t('review.matrix.legendNone')}
      </li>
    </ul>
  );
}
