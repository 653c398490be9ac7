// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Radio, RadioGroup } from '@backstage/ui';

import {
  type StackRating,
  type WorkloadProfile,
  suggestLayer,
  STACK_RATINGS,
} from '@ml-lens/lens-model';
import { useState } from 'react';
import { Who } from '../../shared/Who';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, DialogContent, SmallButton, Notice } from '../../shared';
import { useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './ProfileForm.module.css';
import { LayerSuggestionBox } from './LayerSuggestionBox';
import { type ProfileDraft, useSaveProfile } from './useSaveProfile';

const RATINGS = [
  'skill',
  'timeToMarket',
  'customization',
] as const satisfies StackRating[];

function draftOf(profile: WorkloadProfile): ProfileDraft {
  const { layer, skill, timeToMarket, customization } = profile;
  return { layer, skill, timeToMarket, customization };
}

/** Layer and ratings, with the suggestion that follows from the ratings. */
export function ProfileForm(props: {
  onSaved(profile: WorkloadProfile): void;
  onClose(): void;
}) {
  const { onSaved, onClose } = props;
  const { workload, lens, canUpdate } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState(() => draftOf(workload.profile));
  const { save, saveOverTheirs, acceptTheirs, isPending, theirs } =
    useSaveProfile(onSaved);
  const layers = lens.document.stackLayers ?? [];
  const suggestion = suggestLayer(layers, draft);
  const change = (part: Partial<ProfileDraft>) =>
    setDraft(old => ({ ...old, ...part }));
  const { updatedAt, updatedBy } = workload.profile;

  const inWords = (profile: ProfileDraft) =>
    [
      layers.find(({ id }) => id === profile.layer)?.name ??
        `${t('review.profile.layer')}: ${t('review.profile.unset')}`,
      ...RATINGS.map(rating => {
        const value = profile[rating];
        return `${t(`review.profile.${rating}`)}: ${
          value ? t(`review.profile.value.${value}`) : t('review.profile.unset')
        }`;
      }),
    ].join(' · ');

  return (
    <DialogContent
      className={looks.loose}
      actions={
        <>
          <Button variant="secondary" onPress={onClose}>
            {t(canUpdate ? 'common.cancel' : 'common.close')}
          </Button>
          {canUpdate && (
            <Button
              variant="primary"
              isPending={isPending}
              isDisabled={Boolean(theirs)}
              onPress={() => save(draft)}
            >
              {t('common.save')}
            </Button>
          )}
        </>
      }
    >
      {canUpdate ? (
        <p className={looks.note}>{t('review.profile.intro')}</p>
      ) : (
        <p className={looks.note}>{t('review.profile.readOnly')}</p>
      )}
      {theirs && (
        <Notice
          role="alert"
          status="warning"
          title={t('review.profile.conflictTitle')}
          description={t('review.profile.conflictText', {
            summary: inWords(theirs),
          })}
          customActions={
            <>
              <SmallButton
                onPress={() => {
                  setDraft(draftOf(theirs));
                  acceptTheirs();
                }}
              >
                {t('review.profile.loadTheirs')}
              </SmallButton>
              <SmallButton onPress={() => saveOverTheirs(draft)}>
                {t('review.profile.overwrite')}
              </SmallButton>
            </>
          }
        />
      )}
      <fieldset className={`${looks.fields} ${styles.ratings}`}>
        <legend className={styles.legend}>{t('review.profile.ratings')}</legend>
        {RATINGS.map(rating => (
          <RadioGroup
            key={rating}
            label={t(`review.profile.${rating}`)}
            value={draft[rating] ?? ''}
            onChange={value => change({ [rating]: value })}
            isDisabled={!canUpdate}
          >
            {STACK_RATINGS[rating].map(option => (
              <Radio key={option} value={option}>
                {t(`review.profile.value.${option}`)}
              </Radio>
            ))}
          </RadioGroup>
        ))}
      </fieldset>
      <LayerSuggestionBox
        suggestion={suggestion}
        layers={layers}
        isChosen={suggestion?.layer === draft.layer}
        onUse={canUpdate ? layer => change({ layer }) : undefined}
      />
      <RadioGroup
        label={t('review.profile.layer')}
        value={draft.layer ?? ''}
        onChange={layer => change({ layer })}
        isDisabled={!canUpdate}
      >
        {layers.map(layer => (
          <Radio key={layer.id} value={layer.id} className={styles.layer}>
            <span
              className={`${looks.tight} ${looks.note} ${styles.layerText}`}
            >
              <span className={`${looks.row} ${styles.layerName}`}>
                {layer.name}
                {suggestion?.layer === layer.id && (
                  <span className={styles.badge}>
                    {t('review.profile.suggested')}
                  </span>
                )}
              </span>
              {layer.description && <span>{layer.description}</span>}
              {layer.suits && (
                <span>{t('review.profile.suits', { suits: layer.suits })}</span>
              )}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {updatedAt && updatedBy && (
        <p className={looks.note}>
          {t('review.profile.updated', {
            when: format.relative(updatedAt),
            by: <Who actor={updatedBy} />,
          })}
        </p>
      )}
    </DialogContent>
  );
}
