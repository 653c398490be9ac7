// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../../translation';
import { EmptyState, TitledCard, Answered } from '../../../shared';
import { useReviewFrame, useReviewUrl } from '../../model';
import { useHistory } from '../useJourney';
import { EventList } from './EventList';
import styles from './History.module.css';

const ALL = 'ALL';

/** Everything that happened to the review, newest first. */
export function HistoryCard() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const history = useHistory(url.about);
  const groups =
    lens.phases.length > 0
      ? lens.phases.map(({ id, name }) => ({
          title: name,
          questions: lens.questions.filter(({ phaseId }) => phaseId === id),
        }))
      : lens.pillars.map(({ id, name }) => ({
          title: name,
          questions: lens.questions.filter(({ pillarId }) => pillarId === id),
        }));
  const options = [
    { id: ALL, label: t('review.history.allQuestions') },
    ...groups
      .filter(({ questions }) => questions.length > 0)
      .map(({ title, questions }) => ({
        title,
        options: questions.map(question => ({
          id: question.id,
          label: question.title,
        })),
      })),
  ];
  return (
    <TitledCard
      title={t('review.history.title')}
      actions={
        <Select
          className={styles.filter}
          size="small"
          aria-label={t('review.history.filter')}
          options={options}
          search={{ placeholder: t('review.history.searchQuestion') }}
          value={url.about ?? ALL}
          onChange={value =>
            set(
              { about: value === ALL ? undefined : String(value) },
              { push: true },
            )
          }
        />
      }
    >
      <Answered query={history} rows={4} height={56}>
        {({ pages: [first] }) =>
          first.items.length === 0 ? (
            <EmptyState
              title={t('review.history.empty')}
              text={t(
                url.about
                  ? 'review.history.emptyQuestion'
                  : 'review.history.emptyText',
              )}
            />
          ) : (
            <EventList history={history} label={t('review.history.title')} />
          )
        }
      </Answered>
    </TitledCard>
  );
}
