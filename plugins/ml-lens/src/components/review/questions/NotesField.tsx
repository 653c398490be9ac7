import { Button, TextAreaField } from '@backstage/ui';
import { NOTES_MAX } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiEditLine } from '@remixicon/react';
import { memo, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { focusFirstField, LensMarkdown } from '../../shared';
import styles from './AnswerForm.module.css';

/** Notes in markdown: read as rendered, written as text, saved on leaving. */
export const NotesField = memo(function Notes(props: {
  notes: string;
  isDisabled: boolean;
  onSave: (notes: string) => void;
}) {
  const { notes, isDisabled, onSave } = props;
  const { t } = useMlLensTranslation();
  const [draft, setDraft] = useState<string>();
  if (draft === undefined) {
    return (
      <div>
        <div className={styles.label}>{t('review.answer.notes')}</div>
        {notes && (
          <div className={styles.notes}>
            <LensMarkdown content={notes} />
          </div>
        )}
        {!notes && isDisabled && <span>{t('review.answer.noNotes')}</span>}
        {!isDisabled && (
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiEditLine />}
            onPress={() => setDraft(notes)}
          >
            {t(notes ? 'review.answer.editNotes' : 'review.answer.addNotes')}
          </Button>
        )}
      </div>
    );
  }
  const finish = () => {
    if (draft !== notes) onSave(draft);
    setDraft(undefined);
  };
  return (
    <div ref={focusFirstField}>
      <TextAreaField
        label={t('review.answer.notes')}
        description={t('review.answer.notesHelp')}
        value={draft}
        onChange={setDraft}
        maxLength={NOTES_MAX}
        rows={4}
        onBlur={finish}
        onKeyDown={event => {
          if (event.key === 'Escape') setDraft(undefined);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            finish();
          }
        }}
      />
    </div>
  );
});
