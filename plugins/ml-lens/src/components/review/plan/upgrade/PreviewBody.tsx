// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import type { UpgradePreview } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens, Scorecard } from '@ml-lens/lens-model';
import {
  RiAddCircleLine,
  RiArrowRightLine,
  RiCheckLine,
  RiGitBranchLine,
  RiHistoryLine,
  RiScissorsLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { LevelChip, ScoreRing, useFormat } from '../../../shared';
import { useReviewFrame } from '../../model';
import looks from '../../../shared/looks.module.css';
import styles from './Upgrade.module.css';

function Figure(props: { label: string; scorecard: Scorecard }) {
  const { label, scorecard } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <figure className={styles.figure}>
      <ScoreRing score={scorecard.score} size={64} />
      <figcaption className={looks.small}>
        <span>{label}</span>
        <LevelChip level={scorecard.level} score={scorecard.score} />
        <span>
          {t('review.upgrade.coverage', {
            coverage: format.percent(scorecard.coverage),
          })}
        </span>
      </figcaption>
    </figure>
  );
}

/** One kind of consequence; its questions open below it. */
function Group(props: {
  icon: ReactNode;
  title: string;
  items: { id: string; text: ReactNode }[];
  isOpen?: boolean;
}) {
  const { icon, title, items, isOpen = false } = props;
  if (items.length === 0) return null;
  return (
    <details className={styles.group} open={isOpen}>
      <summary>
        {icon}
        {title}
      </summary>
      <ul>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

/** What a move does: scores before and after, and what becomes of answers. */
export function PreviewBody(props: {
  preview: UpgradePreview;
  /** The lens moved to, once it is known. */
  to: CompiledLens | undefined;
}) {
  const { preview, to } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const old = (id: string) => lens.question(id)?.title ?? id;
  const next = (id: string) => to?.question(id)?.title ?? id;
  const practice = (ref: string) => {
    const [questionId, choiceId] = ref.split('/');
    return lens.question(questionId)?.choice(choiceId)?.title ?? ref;
  };
  const isOtherLens = preview.from.lens !== preview.to.lens;
  const named = (ids: string[], nameOf: (id: string) => string) =>
    ids.map(id => ({ id, text: nameOf(id) }));
  return (
    <>
      <div className={`${looks.box} ${styles.figures}`}>
        <Figure
          label={isOtherLens ? lens.document.name : t('review.upgrade.before')}
          scorecard={preview.before}
        />
        <RiArrowRightLine
          size={20}
          className={`${looks.muted} ${styles.arrow}`}
          aria-hidden
        />
        <Figure
          label={
            isOtherLens
              ? to?.document.name ?? preview.to.lens
              : t('review.upgrade.after')
          }
          scorecard={preview.after}
        />
      </div>
      <Flex direction="column" gap="1">
        <Group
          icon={<RiGitBranchLine aria-hidden />}
          title={t('review.upgrade.mapped', { count: preview.mapped.length })}
          isOpen
          items={preview.mapped.map(entry => ({
            id: `${entry.questionId}/${entry.choiceId}`,
            text: (
              <>
                <div className={`${looks.line} ${styles.mappedTitle}`}>
                  <span>
                    {to?.question(entry.questionId)?.choice(entry.choiceId)
                      ?.title ?? entry.choiceId}
                  </span>
                  <span
                    className={`${looks.tag} ${styles.confidence}`}
                    data-confidence={entry.confidence}
                    title={t('review.upgrade.confidence')}
                  >
                    {t(`review.upgrade.${entry.confidence}`)}
                  </span>
                </div>
                <div className={looks.small}>
                  {t('review.upgrade.fromPractices', {
                    titles: entry.from.map(practice).join(' · '),
                  })}
                </div>
                {entry.note && (
                  <div className={looks.small} lang="en">
                    {entry.note}
                  </div>
                )}
              </>
            ),
          }))}
        />
        <Group
          icon={<RiScissorsLine aria-hidden />}
          title={t('review.upgrade.reduced', { count: preview.reduced.length })}
          isOpen
          items={preview.reduced.map(({ questionId, droppedChoices }) => ({
            id: questionId,
            text: (
              <>
                {old(questionId)}
                <div className={looks.small}>
                  {droppedChoices
                    .map(id => practice(`${questionId}/${id}`))
                    .join(' · ')}
                </div>
              </>
            ),
          }))}
        />
        <Group
          icon={<RiAddCircleLine aria-hidden />}
          title={t('review.upgrade.added', { count: preview.added.length })}
          items={named(preview.added, next)}
        />
        <Group
          icon={<RiHistoryLine aria-hidden />}
          title={t('review.upgrade.dropped', { count: preview.dropped.length })}
          items={named(preview.dropped, old)}
        />
        <Group
          icon={<RiCheckLine aria-hidden />}
          title={t('review.upgrade.kept', { count: preview.kept.length })}
          items={named(preview.kept, isOtherLens ? next : old)}
        />
      </Flex>
    </>
  );
}
