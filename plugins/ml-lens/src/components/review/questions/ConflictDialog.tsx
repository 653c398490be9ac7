import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type {
  Answer,
  AnswerState,
  CompiledQuestion,
} from '@ml-lens/lens-model';
import { useId } from 'react';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { useEntityNames } from '../../shared/useEntityNames';
import { Surface, useFormat } from '../../shared';
import { answerDifferences, type Difference } from './answerDifferences';
import styles from './ConflictDialog.module.css';

function DifferenceView(props: {
  difference: Difference;
  titles: { theirs: string; mine: string };
}) {
  const { difference, titles } = props;
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h4 id={id}>{difference.label}</h4>
      <dl className={styles.versions}>
        {(['theirs', 'mine'] as const).map(whose => (
          <div key={whose} className={styles.version}>
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
    <Dialog
      isOpen
      width={760}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('review.conflict.title')}</DialogHeader>
      <DialogBody>
        <Surface className={styles.content} lang={language}>
          <p>{t('review.conflict.text', { who })}</p>
          <strong>{question.title}</strong>
          {updatedAt && (
            <p className={styles.when}>
              {titles.theirs}, {format.dateTime(updatedAt)}
            </p>
          )}
          {answerDifferences(t, question, current, attempted).map(
            difference => (
              <DifferenceView
                key={difference.key}
                difference={difference}
                titles={titles}
              />
            ),
          )}
          <p className={styles.when}>{t('review.conflict.restSame')}</p>
        </Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={() => onResolve('mine')}>
          {t('review.conflict.keepMine')}
        </Button>
        <Button variant="secondary" onPress={() => onResolve('theirs')}>
          {t('review.conflict.keepTheirs', { who })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
