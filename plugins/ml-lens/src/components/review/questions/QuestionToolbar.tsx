// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SearchField, Text } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { memo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { RISK_ORDER, Choice, FilterSelect, SmallButton } from '../../shared';
import { useDebouncedText } from '../../shared/useDebouncedText';
import { useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Questions.module.css';

/** Search, filters and the way on; not drawn anew with every answer. */
export const QuestionToolbar = memo(function Toolbar(props: {
  hasPhases: boolean;
  unanswered: string | undefined;
  onOpen: (questionId: string | undefined) => void;
}) {
  const { hasPhases, unanswered, onOpen } = props;
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const [text, setText] = useDebouncedText(url.q ?? '', q => set({ q }));
  return (
    <div className={looks.row}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('review.questions.title')}
      </Text>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('review.questions.search')}
        placeholder={t('review.questions.search')}
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label={t('review.questions.risk')}
        all={t('review.questions.allRisks')}
        options={RISK_ORDER.map(id => ({ id, label: t(`common.risk.${id}`) }))}
        value={url.risk}
        onChange={risk => set({ risk }, { push: true })}
      />
      {hasPhases && (
        <Choice<'phase' | 'pillar'>
          label={t('review.questions.groupBy')}
          value={url.group ?? 'phase'}
          options={[
            { id: 'phase', label: t('review.questions.byPhase') },
            { id: 'pillar', label: t('review.questions.byPillar') },
          ]}
          onChange={group =>
            set(
              { group: group === 'pillar' ? group : undefined },
              { push: true },
            )
          }
        />
      )}
      <span className={styles.spacer} />
      <SmallButton
        iconEnd={<RiArrowDownLine />}
        isDisabled={!unanswered}
        onPress={() => unanswered && onOpen(unanswered)}
      >
        {t('review.questions.nextUnanswered')}
      </SmallButton>
    </div>
  );
});
