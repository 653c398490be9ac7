// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Text } from '@backstage/ui';
import type {
  Answer,
  AnswerState,
  CompiledQuestion,
} from '@ml-lens/lens-model';
import { useId } from 'react';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { useEntityNames } from '../../shared/useEntityNames';
import { useFormat, DialogContent, OpenDialog } from '../../shared';
import { answerDifferences, type Difference } from './answerDifferences';
import looks from '../../shared/looks.module.css';
import styles from './ConflictDialog.module.css';

function DifferenceView(props: {
  difference: Difference;
  titles: { theirs: string; mine: string };
}) {
  const { difference, titles } = props;
  const id = useId();
  return (
    <section className={looks.stack} aria-labelledby={id}>
      <h4 id={id} className={looks.label}>
        {difference.label}
      </h4>
      <dl className={looks.columns}>
        {(['theirs', 'mine'] as const).map(whose => (
          <div key={whose} className={`${looks.box} ${styles.version}`}>
            <dt>{titles[whose]}</dt>
            <dd>{difference[whose]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/**
 * Two people answered the same question: shows where the answers differ and
 * lets the person choose, now or later.
 */
export function ConflictDialog(props: {
  question: CompiledQuestion;
  current: Answer;
  attempted: AnswerState;
  onResolve: (keep: 'theirs' | 'mine') => void;
  /** Left for later. */
  onClose: () => void;
}) {
  const { question, current, attempted, onResolve, onClose } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { updatedAt, updatedBy } = current;
  const nameOf = useEntityNames(updatedBy ? [updatedBy] : []);
  const who = updatedBy ? nameOf(updatedBy) : t('review.conflict.somebody');
  const titles = {
    theirs: t('review.conflict.theirs', { who }),
    mine: t('review.conflict.mine'),
  };
  return (
    <OpenDialog
      title={t('review.conflict.title')}
      width={760}
      onClose={onClose}
    >
      <DialogContent
        className={looks.loose}
        lang={language}
        actions={
          <>
            <Button variant="primary" onPress={() => onResolve('mine')}>
              {t('review.conflict.keepMine')}
            </Button>
            <Button variant="secondary" onPress={() => onResolve('theirs')}>
              {t('review.conflict.keepTheirs', { who })}
            </Button>
          </>
        }
      >
        <Text as="p">{t('review.conflict.text', { who })}</Text>
        <strong>{question.title}</strong>
        {updatedAt && (
          <Text as="p" variant="body-small" color="secondary">
            {titles.theirs}, {format.dateTime(updatedAt)}
          </Text>
        )}
        {answerDifferences(t, question, current, attempted).map(difference => (
          <DifferenceView
            key={difference.key}
            difference={difference}
            titles={titles}
          />
        ))}
        <Text as="p">{t('review.conflict.restSame')}</Text>
      </DialogContent>
    </OpenDialog>
  );
}
