// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon } from '@backstage/ui';
import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiArrowRightLine,
  RiCloseLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../../translation';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  useFormat,
  useLevelName,
  useToasts,
  TitledCard,
  SmallButton,
} from '../../../shared';
import { useReviewFrame, useReviewUrl } from '../../model';
import looks from '../../../shared/looks.module.css';
import { useReviewDiff, useScoreHistory } from '../useJourney';
import styles from './Compare.module.css';
import { DiffSummary } from './DiffSummary';
import { diffToMarkdown } from './diffToMarkdown';
import { GateChanges } from './GateChanges';
import { NOW } from './points';
import { PointSelect } from './PointSelect';
import { QuestionChanges } from './QuestionChanges';
import { ScopeChanges } from './ScopeChanges';

/** Where those are led who ask for a comparison elsewhere on the page. */
export const COMPARE_ID = 'ml-lens-compare';

const NO_HISTORY = { points: [], milestones: [], upgrades: [] };

function isUnchanged({ questions, pillars, phases }: ReviewDiff) {
  return (
    questions.length === 0 &&
    [...pillars, ...phases].every(({ before, after }) => before === after)
  );
}

function CopyButton(props: { diff: ReviewDiff }) {
  const { workload, lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const toastApi = useToasts();
  const copy = async () => {
    const text = diffToMarkdown(props.diff, {
      title: workload.title,
      lens,
      words: { t, levelName, ...format },
    });
    try {
      await window.navigator.clipboard.writeText(text);
      toastApi.post({ status: 'success', title: t('review.compare.copied') });
    } catch {
      toastApi.post({
        status: 'danger',
        title: t('review.compare.copyFailed'),
      });
    }
  };
  return (
    <SmallButton iconStart={<RiFileCopyLine />} onPress={copy}>
      {t('review.compare.copy')}
    </SmallButton>
  );
}

function Diff(props: { diff: ReviewDiff; isBusy: boolean }) {
  const { diff, isBusy } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const nameIn =
    (scopes: readonly { id: string; name: string }[]) => (id: string) =>
      scopes.find(scope => scope.id === id)?.name ?? id;
  return (
    <div className={`${looks.loose} ${styles.diff}`} aria-busy={isBusy}>
      <DiffSummary diff={diff} />
      {isUnchanged(diff) ? (
        <EmptyState
          title={t('review.compare.same')}
          text={t('review.compare.sameText')}
        />
      ) : (
        <>
          <div className={looks.columns}>
            <ScopeChanges
              title={t('review.compare.pillars')}
              changes={diff.pillars}
              nameOf={nameIn(lens.pillars)}
            />
            <ScopeChanges
              title={t('review.compare.phases')}
              changes={diff.phases}
              nameOf={nameIn(lens.phases)}
            />
          </div>
          <GateChanges gates={diff.gates} />
          <QuestionChanges questions={diff.questions} />
        </>
      )}
    </div>
  );
}

/** What changed in the review between two points of its life. */
export function CompareCard() {
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { data: history = NO_HISTORY } = useScoreHistory();
  const from = url.from;
  const to = url.to ?? NOW;
  const { data, error, refetch, isPlaceholderData } = useReviewDiff(from, to);
  const diff = from ? data : undefined;
  return (
    <TitledCard
      title={t('review.compare.title')}
      titleId={COMPARE_ID}
      actions={
        diff && (
          <div className={looks.row}>
            <CopyButton diff={diff} />
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('review.compare.close')}
              onPress={() =>
                set({ from: undefined, to: undefined }, { push: true })
              }
            />
          </div>
        )
      }
    >
      <div className={`${looks.loose} ${styles.diff}`}>
        <div className={`${looks.row} ${styles.points}`}>
          <PointSelect
            label={t('review.compare.from')}
            dayLabel={t('review.compare.dayFrom')}
            value={from}
            history={history}
            hasStart
            onChange={point => set({ from: point }, { push: true })}
          />
          <RiArrowRightLine size={16} aria-hidden />
          <PointSelect
            label={t('review.compare.to')}
            dayLabel={t('review.compare.dayTo')}
            value={to}
            history={history}
            hasNow
            onChange={point =>
              set({ to: point === NOW ? undefined : point }, { push: true })
            }
          />
        </div>
        {!from && <p className={looks.note}>{t('review.compare.hint')}</p>}
        {from && error && <ErrorState error={error} onRetry={refetch} />}
        {from && !error && !diff && <LoadingState rows={2} height={96} />}
        {diff && !error && <Diff diff={diff} isBusy={isPlaceholderData} />}
      </div>
    </TitledCard>
  );
}
