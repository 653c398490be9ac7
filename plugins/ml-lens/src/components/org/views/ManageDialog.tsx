// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon, Link } from '@backstage/ui';
import { RiDeleteBinLine, RiLink } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { DialogContent, OpenDialog } from '../../shared';
import { type SavedViews, useViewPath } from './useSavedViews';
import looks from '../../shared/looks.module.css';
import styles from './Views.module.css';

export function ManageDialog(props: {
  views: SavedViews;
  onClose: () => void;
}) {
  const { views, onClose } = props;
  const { t } = useMlLensTranslation();
  const pathOf = useViewPath();
  const items = views.views ?? [];
  return (
    <OpenDialog
      title={t('org.views.manageTitle')}
      isDismissable
      width={560}
      onClose={onClose}
    >
      <DialogContent>
        {items.length === 0 ? (
          <p className={looks.note}>{t('org.views.none')}</p>
        ) : (
          <ul className={`${looks.lined} ${styles.list}`}>
            {items.map(view => (
              <li key={view.id}>
                <Link href={pathOf(view)} standalone weight="bold">
                  {view.name}
                </Link>
                <ButtonIcon
                  size="small"
                  variant="tertiary"
                  aria-label={t('org.views.copyOf', { name: view.name })}
                  icon={<RiLink />}
                  onPress={() => views.copy(pathOf(view))}
                />
                <ButtonIcon
                  size="small"
                  variant="tertiary"
                  aria-label={t('org.views.delete', { name: view.name })}
                  icon={<RiDeleteBinLine />}
                  onPress={() => views.remove.mutate(view.id)}
                />
              </li>
            ))}
          </ul>
        )}
      </DialogContent>
    </OpenDialog>
  );
}
