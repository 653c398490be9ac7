import { Button, DatePicker } from '@backstage/ui';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useRef, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { FIRST_DAY } from '../../shared/days';
import { useReviewFrame } from '../model';
import styles from './PhasePanel.module.css';
import { usePutTarget } from './usePhaseActions';

/**
 * Target date of a phase; `targetDate` is a day such as `2026-12-15`. Saved once
 * the field is left, as answers are: every digit that is typed makes a date.
 */
export function PhaseTarget(props: {
  phaseId: string;
  targetDate: string | null;
}) {
  const { phaseId, targetDate } = props;
  const { canUpdate, isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { mutate, isPending, isSuccess, isError } = usePutTarget(phaseId);
  const [draft, setDraft] = useState<string | null>(targetDate);
  // The calendar closes in the same breath as it gives its date.
  const latest = useRef(draft);
  const change = (day: string | null) => {
    latest.current = day;
    setDraft(day);
  };
  const commit = () => {
    const day = latest.current;
    if (day && day !== targetDate && day >= FIRST_DAY) mutate(day);
  };

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
  const status = () => {
    if (isPending) return t('review.save.saving');
    if (isError) return t('review.save.notSaved');
    if (draft !== targetDate) return t('review.save.notSavedYet');
    return isSuccess ? t('review.save.saved') : '';
  };
  return (
    <div className={styles.target}>
      <DatePicker
        size="small"
        label={t('review.phase.target')}
        value={draft ? (parseDate(draft) as CalendarDate) : null}
        onChange={value => change(value ? value.toString() : null)}
        onOpenChange={isOpen => !isOpen && commit()}
        onBlur={commit}
      />
      <span role="status" className={styles.muted}>
        {status()}
      </span>
      {isError && draft !== targetDate && (
        <Button size="small" variant="secondary" onPress={commit}>
          {t('review.save.retry')}
        </Button>
      )}
      {targetDate && draft === targetDate && (
        <Button
          size="small"
          variant="tertiary"
          isPending={isPending}
          aria-label={t('review.phase.clearTarget')}
          onPress={() => mutate(null, { onSuccess: () => change(null) })}
        >
          {t('common.clear')}
        </Button>
      )}
    </div>
  );
}
