// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, TextAreaField } from '@backstage/ui';
import { NOTES_MAX } from '@ml-lens/lens-model';
import { RiEditLine } from '@remixicon/react';
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useMlLensTranslation } from '../../../translation';
import { Choice, focusFirstField, LensMarkdown } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './AnswerForm.module.css';

/** Lines the field has from the start, and at most before it scrolls. */
const ROWS = { least: 4, most: 24 };

/**
 * Notes in markdown: read as rendered, written as text, saved on leaving. The
 * keys that leave it lead back to where it was opened from.
 */
export const NotesField = memo(function Notes(props: {
  notes: string;
  isDisabled: boolean;
  onSave: (notes: string) => void;
}) {
  const { notes, isDisabled, onSave } = props;
  const { t } = useMlLensTranslation();
  const [draft, setDraft] = useState<string>();
  const [isPreview, setPreview] = useState(false);
  /** Escape was pressed once: the second time discards what was written. */
  const [isLeaving, setLeaving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const isLeftByKey = useRef(false);
  useEffect(() => {
    if (draft !== undefined || !isLeftByKey.current) return;
    isLeftByKey.current = false;
    opener.current?.focus();
  }, [draft]);

  if (draft === undefined) {
    return (
      <div>
        <div className={looks.label}>{t('review.answer.notes')}</div>
        {notes && (
          <div className={styles.notes}>
            <LensMarkdown content={notes} />
          </div>
        )}
        {!notes && isDisabled && <span>{t('review.answer.noNotes')}</span>}
        {!isDisabled && (
          <Button
            ref={opener}
            size="small"
            variant="tertiary"
            iconStart={<RiEditLine />}
            onPress={() => {
              setLeaving(false);
              setPreview(false);
              setDraft(notes);
            }}
          >
            {t(notes ? 'review.answer.editNotes' : 'review.answer.addNotes')}
          </Button>
        )}
      </div>
    );
  }
  const save = () => {
    if (draft !== notes) onSave(draft);
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (draft !== notes && !isLeaving) {
        setLeaving(true);
        return;
      }
      isLeftByKey.current = true;
      setDraft(undefined);
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      isLeftByKey.current = true;
      save();
    }
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) save();
  };
  const lines = draft.split('\n').length + 1;
  return (
    <div
      ref={focusFirstField}
      role="presentation"
      className={styles.writing}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <Choice<'write' | 'preview'>
        label={t('review.answer.notesView')}
        value={isPreview ? 'preview' : 'write'}
        options={[
          { id: 'write', label: t('review.answer.notesWrite') },
          { id: 'preview', label: t('review.answer.notesPreview') },
        ]}
        onChange={view => setPreview(view === 'preview')}
      />
      {isPreview ? (
        <div className={styles.notes}>
          <LensMarkdown content={draft} />
        </div>
      ) : (
        <TextAreaField
          label={t('review.answer.notes')}
          description={t('review.answer.notesHelp')}
          value={draft}
          onChange={text => {
            setLeaving(false);
            setDraft(text);
          }}
          maxLength={NOTES_MAX}
          rows={Math.min(Math.max(lines, ROWS.least), ROWS.most)}
        />
      )}
      <div
        role="status"
        className={`${looks.inline} ${looks.note} ${styles.status}`}
      >
        {isLeaving && t('review.answer.notesDiscard')}
      </div>
    </div>
  );
});
