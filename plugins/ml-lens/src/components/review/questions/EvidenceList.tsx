// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon, TextField } from '@backstage/ui';
import { type Evidence } from '@ml-lens/lens-model';
import { evidenceSchema } from '@ml-lens/lens-model/schemas';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { type FormEvent, memo, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { focusFirstField, SmallButton } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './AnswerForm.module.css';
import { ExternalLink } from '../../shared/ExternalLink';

/** Links that show an answer is true. */
export const EvidenceList = memo(function Evidences(props: {
  evidence: Evidence[];
  isDisabled: boolean;
  onSave: (evidence: Evidence[]) => void;
}) {
  const { evidence, isDisabled, onSave } = props;
  const { t } = useMlLensTranslation();
  const [draft, setDraft] = useState<{ title: string; url: string }>();
  const [isInvalid, setInvalid] = useState(false);

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!draft) return;
    const url = draft.url.trim();
    const parsed = evidenceSchema.safeParse({
      title: draft.title.trim() || url.slice(0, 200),
      url,
    });
    setInvalid(!parsed.success);
    if (!parsed.success) return;
    onSave([...evidence, parsed.data]);
    setDraft(undefined);
  };

  return (
    <div>
      <div className={looks.label}>{t('review.answer.evidence')}</div>
      <ul className={styles.evidence}>
        {evidence.map((item, index) => (
          <li key={item.id ?? `${index}-${item.url}`}>
            {item.url ? (
              <ExternalLink url={item.url} text={item.title} />
            ) : (
              item.title
            )}
            {!isDisabled && (
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiDeleteBinLine />}
                aria-label={t('review.answer.removeEvidence', {
                  title: item.title,
                })}
                onPress={() => onSave(evidence.filter(other => other !== item))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isDisabled && !draft && (
        <SmallButton
          variant="tertiary"
          iconStart={<RiAddLine />}
          onPress={() => setDraft({ title: '', url: '' })}
        >
          {t('review.answer.addEvidence')}
        </SmallButton>
      )}
      {draft && (
        <form
          ref={focusFirstField}
          className={`${looks.loose} ${looks.box} ${styles.evidenceForm}`}
          onSubmit={add}
          noValidate
        >
          <TextField
            size="small"
            label={t('review.answer.evidenceUrl')}
            placeholder="https://"
            value={draft.url}
            isInvalid={isInvalid}
            description={isInvalid ? t('review.answer.evidenceBad') : undefined}
            onChange={url => setDraft({ ...draft, url })}
          />
          <TextField
            size="small"
            label={t('review.answer.evidenceTitle')}
            value={draft.title}
            maxLength={200}
            onChange={title => setDraft({ ...draft, title })}
          />
          <div className={`${looks.row} ${styles.inline}`}>
            <SmallButton type="submit">{t('common.save')}</SmallButton>
            <SmallButton variant="tertiary" onPress={() => setDraft(undefined)}>
              {t('common.cancel')}
            </SmallButton>
          </div>
        </form>
      )}
    </div>
  );
});
