import { Button, DatePicker } from '@backstage/ui';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useReviewFrame } from '../model';
import styles from './PhasePanel.module.css';
import { usePutTarget } from './usePhaseActions';

/** Target date of a phase; `targetDate` is a day such as `2026-12-15`. */
export function PhaseTarget(props: {
  phaseId: string;
  targetDate: string | null;
}) {
  const { phaseId, targetDate } = props;
  const { canUpdate, isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { mutate, isPending } = usePutTarget(phaseId);
  const [draft, setDraft] = useState<string | null>(targetDate);

  if (!canUpdate || isPreview) {
    return (
      <div className={styles.target}>
        <span className={styles.muted}>{t('review.phase.target')}</span>
        <span>
          {targetDate ? format.date(targetDate) : t('review.phase.targetNone')}
        </span>
      </div>
    );
  }
  return (
    <div className={styles.target}>
      <DatePicker
        size="small"
        label={t('review.phase.target')}
        value={draft ? (parseDate(draft) as CalendarDate) : null}
        onChange={value => setDraft(value ? value.toString() : null)}
      />
      {draft !== targetDate && draft !== null && (
        <Button
          size="small"
          variant="primary"
          isPending={isPending}
          onPress={() => mutate(draft)}
        >
          {t('common.save')}
        </Button>
      )}
      {targetDate && draft === targetDate && (
        <Button
          size="small"
          variant="tertiary"
          isPending={isPending}
          aria-label={t('review.phase.clearTarget')}
          onPress={() => mutate(null, { onSuccess: () => setDraft(null) })}
        >
          {t('common.clear')}
        </Button>
      )}
    </div>
  );
}
