// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { LoadingState, SmallButton } from '../../../shared';
import { useReviewFrame } from '../../model';
import { useHistory } from '../useJourney';
import { EventList } from './EventList';
import looks from '../../../shared/looks.module.css';
import styles from './History.module.css';

function Events(props: { questionId: string; revision: number }) {
  const { questionId, revision } = props;
  const { t } = useMlLensTranslation();
  const history = useHistory(questionId, revision);
  if (history.error && !history.data) {
    return <span role="alert">{t('review.history.loadFailed')}</span>;
  }
  if (!history.data) return <LoadingState rows={2} height={40} />;
  if (history.data.pages[0].items.length === 0) {
    return <span>{t('review.history.emptyQuestion')}</span>;
  }
  return (
    <EventList
      history={history}
      label={t('review.history.ofQuestion')}
      isOfOneQuestion
    />
  );
}

/**
 * Who gave this answer when, behind a button.
 *
 * @param props - `revision` of the answer; with another one it is asked again
 */
export function QuestionHistory(props: {
  questionId: string;
  revision: number;
}) {
  const { questionId, revision } = props;
  const { isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  // Nothing is kept of a preview, nor of a question nobody has touched.
  if (isPreview || revision === 0) return null;
  return (
    <Flex direction="column" align="start" gap="3">
      <SmallButton
        variant="tertiary"
        aria-expanded={isOpen}
        aria-controls={id}
        iconEnd={isOpen ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
        onPress={() => setOpen(!isOpen)}
      >
        {t('review.history.disclosure')}
      </SmallButton>
      {isOpen && (
        <div id={id} className={`${looks.box} ${styles.panel}`}>
          <Events questionId={questionId} revision={revision} />
        </div>
      )}
    </Flex>
  );
}
