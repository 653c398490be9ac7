// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReportedEvidence as Reported } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiInformationLine,
  RiLightbulbLine,
} from '@remixicon/react';
import { keepPreviousData } from '@tanstack/react-query';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat, useApiQuery, SmallButton } from '../../../shared';
import { Who } from '../../../shared/Who';
import {
  useReview,
  useReviewFrame,
  useReviewUrl,
  useReviewPath,
} from '../../model';
import { ExternalLink } from '../../../shared/ExternalLink';
import { selectChoice } from '../../questions/selectChoice';
import looks from '../../../shared/looks.module.css';
import styles from './ReportedEvidence.module.css';

const ICONS = {
  SUPPORTS: RiCheckLine,
  CONTRADICTS: RiCloseLine,
  INFO: RiInformationLine,
};

function Item(props: { item: Reported }) {
  const { item } = props;
  const { lens, answerOf, answer, canUpdate } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const Icon = ICONS[item.verdict];
  const choice = item.choiceId
    ? lens.question(item.questionId)?.choice(item.choiceId)
    : undefined;
  const current = answerOf(item.questionId);
  // What is answered here meanwhile counts more than when it was fetched.
  const isSelected =
    choice !== undefined && current.selectedChoices.includes(choice.id);
  const suggests = item.suggestsChoice && choice && !isSelected;
  return (
    <li className={styles.item} data-stale={item.stale || undefined}>
      <span
        className={`${looks.inline} ${styles.verdict}`}
        data-verdict={item.verdict}
      >
        <Icon aria-hidden />
        {t(`review.reported.${item.verdict}`)}
      </span>
      <div className={looks.tight}>
        <div>
          {item.url ? (
            <ExternalLink url={item.url} text={item.title} />
          ) : (
            item.title
          )}
        </div>
        {item.note && <div className={looks.small}>{item.note}</div>}
        {choice && (
          <div className={looks.small}>
            {t('review.reported.about', { title: choice.title })}
          </div>
        )}
        <div className={looks.small}>
          {t(`review.reported.source.${item.source}`)}
          {' · '}
          <Who actor={item.provider} />
          {' · '}
          <span title={format.dateTime(item.observedAt)}>
            {t('review.reported.observed', {
              when: format.relative(item.observedAt),
            })}
          </span>
          {item.stale && (
            <span
              className={styles.stale}
              title={t('review.reported.staleHint')}
            >
              {t('review.reported.stale')}
            </span>
          )}
        </div>
        {item.contradictsAnswer && !item.stale && (
          <div className={`${looks.line} ${looks.bad} ${styles.contradicts}`}>
            <RiAlertLine aria-hidden />
            {t('review.reported.contradicts')}
          </div>
        )}
        {suggests && (
          <div className={`${looks.line} ${styles.suggests}`}>
            <span>
              <RiLightbulbLine aria-hidden />
              {t('review.reported.suggests')}
            </span>
            {canUpdate && (
              <SmallButton
                aria-label={t('review.reported.selectNamed', {
                  title: choice.title,
                })}
                onPress={() =>
                  answer(
                    item.questionId,
                    selectChoice(current, choice.id, true),
                  )
                }
              >
                {t('review.reported.select')}
              </SmallButton>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function List(props: { questionId: string }) {
  const { questionId } = props;
  const { answerOf } = useReview();
  const { t } = useMlLensTranslation();
  // Whether it contradicts depends on the answer, so another one asks again.
  const { revision } = answerOf(questionId);
  const { data } = useApiQuery(
    'listEvidence',
    { path: useReviewPath(), query: { question: questionId } },
    { placeholderData: keepPreviousData, revision },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <section className={looks.stack} aria-label={t('review.reported.title')}>
      <div className={looks.label}>{t('review.reported.title')}</div>
      <ul
        className={`${looks.box} ${looks.panel} ${looks.lined} ${styles.list}`}
      >
        {data.items.map(item => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** What pipelines and checks say of a question; people decide. */
export function ReportedEvidence(props: { questionId: string }) {
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  // There is none of the past.
  if (isPreview || url.at) return null;
  return <List questionId={props.questionId} />;
}
