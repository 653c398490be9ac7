// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog } from '../../shared';
import type { SavedViews } from './useSavedViews';
import looks from '../../shared/looks.module.css';

export function SaveDialog(props: {
  views: SavedViews;
  page: string;
  query: string;
  onClose: () => void;
}) {
  const { views, page, query, onClose } = props;
  const { t } = useMlLensTranslation();
  const [name, setName] = useState('');
  const isValid = name.trim().length > 0;
  const save = () =>
    views.save.mutate(
      { name: name.trim(), page, query },
      { onSuccess: onClose },
    );
  return (
    <ActionDialog
      title={t('org.views.saveTitle')}
      action={t('common.save')}
      width={440}
      isDisabled={!isValid}
      isPending={views.save.isPending}
      onAction={save}
      onClose={onClose}
    >
      <p className={looks.note}>{t('org.views.saveText')}</p>
      <TextField
        label={t('org.views.name')}
        secondaryLabel={t('common.required')}
        isRequired
        maxLength={100}
        value={name}
        onChange={setName}
      />
    </ActionDialog>
  );
}
