// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { type MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo, useState } from 'react';
import { useCompiled } from '../../../shared/useCompiled';
import { useLanguage, useMlLensTranslation } from '../../../../translation';
import { lensName } from '../../../shared/lensName';
import {
  ActionDialog,
  ErrorState,
  LoadingState,
  useApiQuery,
  statusOf,
  Notice,
} from '../../../shared';
import { useReviewFrame, usePublishedLenses } from '../../model';
import { PreviewBody } from './PreviewBody';
import looks from '../../../shared/looks.module.css';
import styles from './Upgrade.module.css';
import { useUpgrade, useUpgradePreview } from './useUpgrade';

/** The lens moved to, in the language of the app. */
function useTargetLens(target: { lens: string; version: string } | undefined) {
  const path = { lensId: target?.lens ?? '' };
  const query = { version: target?.version };
  const { data } = useApiQuery(
    'getLens',
    { path, query },
    { enabled: target !== undefined },
  );
  return useCompiled(data);
}

/** Shows what a move does before it is done; to a version, or another lens. */
export function UpgradeDialog(props: {
  /** Version of the same lens; absent to choose another lens. */
  toVersion?: string;
  onClose(): void;
}) {
  const { toVersion, onClose } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const lenses = usePublishedLenses(toVersion === undefined)?.filter(
    ({ id }) => id !== lens.id,
  );
  const [chosen, setChosen] = useState<string>();
  // A lens that goes on where this one ends is most likely what is meant.
  const toLens =
    chosen ??
    lenses?.find(({ id }) => id.startsWith(`${lens.id}-`))?.id ??
    lenses?.[0]?.id;
  const target = useMemo(():
    | MlLensRequest<'upgradeReview'>['body']
    | undefined => {
    if (toVersion !== undefined) return { toVersion };
    return toLens === undefined ? undefined : { toLens };
  }, [toLens, toVersion]);
  const { data: preview, error, refetch } = useUpgradePreview(target);
  const to = useTargetLens(preview?.to);
  const nameOf = (id: string) => {
    const item = lenses?.find(other => other.id === id);
    return item ? lensName(item, language) : id;
  };
  const { mutate, isPending } = useUpgrade({
    lensName: nameOf,
    onDone: onClose,
  });
  const hasNoMapping = toVersion === undefined && statusOf(error) === 400;

  return (
    <ActionDialog
      isDismissable
      width={720}
      lang={language}
      title={
        toVersion === undefined
          ? t('review.upgrade.title')
          : t('review.upgrade.titleVersion', { version: toVersion })
      }
      action={t('review.upgrade.confirm')}
      isDisabled={!preview || Boolean(error)}
      isPending={isPending}
      onAction={() => target && mutate(target)}
      onClose={onClose}
    >
      {toVersion === undefined && lenses && lenses.length > 0 && (
        <Select
          label={t('review.upgrade.toLens')}
          options={lenses.map(item => ({
            id: item.id,
            label: lensName(item, language),
          }))}
          value={toLens ?? null}
          onChange={value => setChosen(String(value))}
        />
      )}
      {lenses?.length === 0 && <p>{t('review.upgrade.noLens')}</p>}
      {hasNoMapping && (
        <Notice
          status="info"
          title={t('review.upgrade.noMapping')}
          description={t('review.upgrade.noMappingText')}
        />
      )}
      {error && !hasNoMapping && <ErrorState error={error} onRetry={refetch} />}
      {!error && !preview && lenses?.length !== 0 && (
        <LoadingState rows={2} height={96} />
      )}
      {preview && !error && (
        <>
          <p className={`${looks.muted} ${styles.intro}`}>
            {t(
              toVersion === undefined
                ? 'review.upgrade.lensIntro'
                : 'review.upgrade.versionIntro',
            )}
          </p>
          <PreviewBody preview={preview} to={to} />
        </>
      )}
    </ActionDialog>
  );
}
