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
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { Surface, useFormat } from '../../shared';
import styles from './ConflictDialog.module.css';
import { refName } from './refName';

function Version(props: {
  title: string;
  subtitle?: string;
  state: AnswerState;
  other: AnswerState;
  question: CompiledQuestion;
}) {
  const { title, subtitle, state, other, question } = props;
  const { t } = useMlLensTranslation();
  const differs = (id: string) =>
    state.selectedChoices.includes(id) !== other.selectedChoices.includes(id);
  return (
    <section className={styles.version} aria-label={title}>
      <h4>{title}</h4>
      {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      {state.notApplicable ? (
        <p>
          {t('common.risk.NOT_APPLICABLE')}
          {': '}
          {t(`common.reason.${state.notApplicable.reason}`)}
        </p>
      ) : (
        <ul>
          {question.choices.map(choice => (
            <li
              key={choice.id}
              className={differs(choice.id) ? styles.differs : undefined}
            >
              <span aria-hidden>
                {state.selectedChoices.includes(choice.id) ? '☑' : '☐'}
              </span>{' '}
              {choice.title}
              <span className={styles.hidden}>
                {t(
                  state.selectedChoices.includes(choice.id)
                    ? 'review.conflict.selected'
                    : 'review.conflict.notSelected',
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {state.notes && (
        <p className={state.notes === other.notes ? '' : styles.differs}>
          {state.notes}
        </p>
      )}
    </section>
  );
}

/** Two people answered the same question: shows both, lets the person choose. */
export function ConflictDialog(props: {
  question: CompiledQuestion;
  current: Answer;
  attempted: AnswerState;
  onResolve: (keep: 'theirs' | 'mine') => void;
}) {
  const { question, current, attempted, onResolve } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const who = refName(current.updatedBy);
  return (
    <Dialog isOpen width={760} isDismissable={false} isKeyboardDismissDisabled>
      <DialogHeader>{t('review.conflict.title')}</DialogHeader>
      <DialogBody>
        <Surface className={styles.content}>
          <p>{t('review.conflict.text', { who })}</p>
          <strong>{question.title}</strong>
          <div className={styles.versions}>
            <Version
              title={t('review.conflict.theirs', { who })}
              subtitle={
                current.updatedAt ? format.dateTime(current.updatedAt) : ''
              }
              state={current}
              other={attempted}
              question={question}
            />
            <Version
              title={t('review.conflict.mine')}
              state={attempted}
              other={current}
              question={question}
            />
          </div>
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
