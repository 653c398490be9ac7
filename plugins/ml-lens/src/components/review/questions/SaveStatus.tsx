// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import CircularProgress from '@material-ui/core/CircularProgress';
import { RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { type QuestionSave, saveReason } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './AnswerForm.module.css';

/**
 * Says how saving goes, to eyes and to screen readers, and offers what can be
 * done about it.
 */
export function SaveStatus(props: {
  save: QuestionSave;
  onRetry: () => void;
  /** Shows both versions of a conflict. */
  onResolve: () => void;
}) {
  const { save, onRetry, onResolve } = props;
  const { t } = useMlLensTranslation();
  const status = useRef<HTMLSpanElement>(null);
  const hadFocus = useRef(false);
  const reason = saveReason(t, save);

  // The button goes once it has helped; its reader goes on from here.
  useEffect(() => {
    if (save.status !== 'unsent' && hadFocus.current) {
      hadFocus.current = false;
      if (document.activeElement === document.body) status.current?.focus();
    }
  }, [save.status]);

  return (
    <>
      <span
        ref={status}
        className={`${looks.inline} ${looks.note} ${styles.status}`}
        role="status"
        aria-live="polite"
        tabIndex={-1}
      >
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
        {reason && (
          <>
            <RiErrorWarningLine
              size={16}
              className={styles.alert}
              aria-hidden
            />
            <span>
              <strong className={styles.alert}>
                {t('review.save.notSaved')}
              </strong>{' '}
              {reason}
            </span>
          </>
        )}
      </span>
      {save.status === 'unsent' && (
        <SmallButton
          isPending={save.isRetrying}
          onFocusChange={isFocused => {
            if (isFocused) hadFocus.current = true;
          }}
          onPress={onRetry}
        >
          {t('review.save.retry')}
        </SmallButton>
      )}
      {save.status === 'conflict' && (
        <SmallButton onPress={onResolve}>
          {t('review.save.resolve')}
        </SmallButton>
      )}
    </>
  );
}
