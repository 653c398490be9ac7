import { useMlLensTranslation } from '../../../../translation';
import looks from '../../../shared/looks.module.css';
import styles from './Score.module.css';
import { MILESTONE_ICON, UPGRADE_ICON } from './ScoreMarks';

export function ScoreLegend(props: {
  hasMilestones: boolean;
  hasUpgrades: boolean;
  hasAt: boolean;
}) {
  const { hasMilestones, hasUpgrades, hasAt } = props;
  const { t } = useMlLensTranslation();
  return (
    <ul className={`${looks.line} ${looks.small} ${looks.legend} `}>
      <li>
        <svg width={22} height={12} aria-hidden>
          <rect className={styles.area} y={3} width={22} height={9} />
          <line className={styles.score} x2={22} y1={3} y2={3} />
        </svg>
        {t('review.progress.score')}
      </li>
      <li>
        <svg width={22} height={12} aria-hidden>
          <line className={styles.coverage} x2={22} y1={6} y2={6} />
        </svg>
        {t('review.progress.coverage')}
      </li>
      {hasMilestones && (
        <li>
          <MILESTONE_ICON size={14} className={styles.flag} aria-hidden />
          {t('review.progress.milestone')}
        </li>
      )}
      {hasUpgrades && (
        <li>
          <UPGRADE_ICON size={14} className={styles.upgrade} aria-hidden />
          {t('review.progress.upgrade')}
        </li>
      )}
      {hasAt && (
        <li>
          <svg width={6} height={14} aria-hidden>
            <line className={styles.at} x1={3} x2={3} y2={14} />
          </svg>
          {t('review.progress.lookedAt')}
        </li>
      )}
    </ul>
  );
}
