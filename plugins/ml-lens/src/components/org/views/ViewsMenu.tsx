// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ButtonIcon,
  Link,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  TextField,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiBookmarkLine,
  RiDeleteBinLine,
  RiLink,
  RiListSettingsLine,
  RiSaveLine,
} from '@remixicon/react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import {
  ActionDialog,
  DialogContent,
  OpenDialog,
  SmallButton,
} from '../../shared';
import { tabOf, useSavedViews, useViewPath, viewQuery } from './useSavedViews';
import looks from '../../shared/looks.module.css';
import styles from './Views.module.css';

type Views = ReturnType<typeof useSavedViews>;

function SaveDialog(props: {
  views: Views;
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

function ManageDialog(props: { views: Views; onClose: () => void }) {
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

/** Saves what is looked at under a name, and leads back to it. */
export function ViewsMenu() {
  const { t } = useMlLensTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const root = useRouteRef(rootRouteRef)();
  const [asked, setAsked] = useState<'save' | 'manage'>();
  const views = useSavedViews();
  const pathOf = useViewPath();
  const page = tabOf(pathname, root) ?? 'workloads';
  const query = viewQuery(search);
  const items = views.views ?? [];
  return (
    <>
      <MenuTrigger>
        <SmallButton
          iconStart={<RiBookmarkLine aria-hidden />}
          iconEnd={<RiArrowDownSLine aria-hidden />}
        >
          {t('org.views.menu')}
        </SmallButton>
        <Menu placement="bottom end">
          <MenuItem
            iconStart={<RiSaveLine />}
            onAction={() => setAsked('save')}
          >
            {t('org.views.save')}
          </MenuItem>
          <MenuItem
            iconStart={<RiLink />}
            onAction={() => views.copy(`${pathname}${search}`)}
          >
            {t('org.views.copy')}
          </MenuItem>
          {items.length > 0 ? (
            <MenuItem
              iconStart={<RiListSettingsLine />}
              onAction={() => setAsked('manage')}
            >
              {t('org.views.manage')}
            </MenuItem>
          ) : null}
          {items.length > 0 ? <MenuSeparator /> : null}
          {items.length > 0 ? (
            <MenuSection title={t('org.views.saved')}>
              {items.map(view => (
                <MenuItem
                  key={view.id}
                  iconStart={<RiBookmarkLine />}
                  onAction={() => navigate(pathOf(view))}
                >
                  {view.name}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
        </Menu>
      </MenuTrigger>
      {asked === 'save' && (
        <SaveDialog
          views={views}
          page={page}
          query={query}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'manage' && (
        <ManageDialog views={views} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
