import CircularProgress from '@material-ui/core/CircularProgress';
import { RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import type { QuestionSave } from '../model';
import styles from './AnswerForm.module.css';

/** Says how saving goes, to eyes and to screen readers. */
export function SaveStatus(props: { save: QuestionSave }) {
  const { save } = props;
  const { t } = useMlLensTranslation();
  return (
    <span className={styles.status} role="status" aria-live="polite">
      {save.status === 'saving' && (
        <>
          <CircularProgress size={14} aria-hidden color="inherit" />
          {t('review.save.saving')}
        </>
      )}
      {save.status === 'saved' && (
        <>
          <RiCheckLine size={16} aria-hidden />
          {t('review.save.saved')}
        </>
      )}
      {(save.status === 'error' || save.status === 'conflict') && (
        <>
          <RiErrorWarningLine size={16} aria-hidden />
          {t('review.save.notSaved')}
        </>
      )}
    </span>
  );
}
