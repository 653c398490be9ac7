// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker } from '@backstage/ui';
import { type CalendarDate, parseDate } from '@internationalized/date';
import type { PhaseState } from '@ml-lens/lens-model';
import { useRef, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import { FIRST_DAY } from '../../shared/days';
import { useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './PhasePanel.module.css';
import { usePutPlan } from './usePhaseActions';

const WORDS = {
  plannedStart: {
    label: 'review.phase.plannedStart',
    none: 'review.phase.plannedStartNone',
    clear: 'review.phase.clearPlannedStart',
  },
  targetDate: {
    label: 'review.phase.target',
    none: 'review.phase.targetNone',
    clear: 'review.phase.clearTarget',
  },
} as const;

type Plan = Pick<PhaseState, 'plannedStart' | 'targetDate'>;

/**
 * One planned day of a phase, such as `2026-12-15`. Saved once the field is left,
 * as answers are: every digit that is typed makes a date.
 */
function PlannedDay(props: {
  phaseId: string;
  plan: Plan;
  which: keyof typeof WORDS;
}) {
  const { phaseId, plan, which } = props;
  const { canUpdate, isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { mutate, isPending, isSuccess, isError } = usePutPlan(phaseId, which);
  const saved = plan[which];
  const [draft, setDraft] = useState<string | null>(saved);
  const words = WORDS[which];
  // The calendar closes in the same breath as it gives its date.
  const latest = useRef(draft);
  const change = (day: string | null) => {
    latest.current = day;
    setDraft(day);
  };
  const commit = () => {
    const day = latest.current;
    if (day && day !== saved && day >= FIRST_DAY) {
      mutate({ ...plan, [which]: day });
    }
  };

  if (!canUpdate || isPreview) {
    return (
      <div className={`${looks.row} ${styles.target}`}>
        <span className={looks.small}>{t(words.label)}</span>
        <span>{saved ? format.date(saved) : t(words.none)}</span>
      </div>
    );
  }
  const status = () => {
    if (isPending) return t('review.save.saving');
    if (isError) return t('review.save.notSaved');
    if (draft !== saved) return t('review.save.notSavedYet');
    return isSuccess ? t('review.save.saved') : '';
  };
  return (
    <div className={`${looks.row} ${styles.target}`}>
      <DatePicker
        size="small"
        label={t(words.label)}
        value={draft ? (parseDate(draft) as CalendarDate) : null}
        onChange={value => change(value ? value.toString() : null)}
        onOpenChange={isOpen => !isOpen && commit()}
        onBlur={commit}
      />
      <span role="status" className={looks.small}>
        {status()}
      </span>
      {isError && draft !== saved && (
        <SmallButton onPress={commit}>{t('review.save.retry')}</SmallButton>
      )}
      {saved && draft === saved && (
        <SmallButton
          variant="tertiary"
          isPending={isPending}
          aria-label={t(words.clear)}
          onPress={() =>
            mutate(
              { ...plan, [which]: null },
              { onSuccess: () => change(null) },
            )
          }
        >
          {t('common.clear')}
        </SmallButton>
      )}
    </div>
  );
}

/** The days on which a phase is planned to begin and to be complete. */
export function PhaseTarget(props: { phaseId: string; plan: Plan }) {
  return (
    <>
      <PlannedDay {...props} which="plannedStart" />
      <PlannedDay {...props} which="targetDate" />
    </>
  );
}
