// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox } from '@backstage/ui';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useToasts, DialogContent } from '../../shared';
import { useReview } from '../model';
import { markMoot, mootPractices } from './moot';
import looks from '../../shared/looks.module.css';
import styles from './ProfileForm.module.css';

/** Practices a layer makes moot, to be ticked by a person. */
export function MootPractices(props: { layerId: string; onClose(): void }) {
  const { layerId, onClose } = props;
  const { lens, answerOf, answer } = useReview();
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const practices = mootPractices(lens, layerId, answerOf);
  const open = practices.filter(practice => !practice.isMarked);
  const layer = lens.document.stackLayers?.find(({ id }) => id === layerId);

  const toggle = (id: string, isTicked: boolean) =>
    setTicked(old => {
      const next = new Set(old);
      if (isTicked) next.add(id);
      else next.delete(id);
      return next;
    });
  const mark = () => {
    const chosen = open.filter(({ id }) => ticked.has(id));
    for (const { questionId, change } of markMoot(chosen, answerOf)) {
      answer(questionId, change);
    }
    toastApi.post({
      status: 'success',
      title: t('review.profile.marked', { count: chosen.length }),
    });
    onClose();
  };

  return (
    <DialogContent
      className={looks.loose}
      actions={
        <>
          <Button variant="secondary" onPress={onClose}>
            {t('review.profile.skip')}
          </Button>
          <Button
            variant="primary"
            isDisabled={ticked.size === 0}
            onPress={mark}
          >
            {t('review.profile.mark', { count: ticked.size })}
          </Button>
        </>
      }
    >
      <div>
        <h3 className={styles.legend}>
          {t('review.profile.mootTitle', { layer: layer?.name ?? layerId })}
        </h3>
        <p className={looks.note}>{t('review.profile.mootText')}</p>
      </div>
      {open.length > 1 && (
        <Checkbox
          isSelected={ticked.size === open.length}
          isIndeterminate={ticked.size > 0 && ticked.size < open.length}
          onChange={all =>
            setTicked(new Set(all ? open.map(({ id }) => id) : []))
          }
        >
          {t('review.profile.selectAll')}
        </Checkbox>
      )}
      <ul className={looks.stack}>
        {practices.map(({ id, question, choice, reason, isMarked }) => (
          <li key={id} className={`${looks.box} ${styles.mootItem}`}>
            <Checkbox
              isSelected={isMarked || ticked.has(id)}
              isDisabled={isMarked}
              onChange={isTicked => toggle(id, isTicked)}
            >
              <span className={styles.mootText}>
                <span className={styles.mootTitle}>
                  {choice?.title ?? question.title}
                </span>
                <span>
                  {choice ? question.title : t('review.profile.mootQuestion')}
                  {isMarked && ` · ${t('review.profile.mootDone')}`}
                </span>
                <span>{reason}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </DialogContent>
  );
}
