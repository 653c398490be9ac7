// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiBookmarkLine,
  RiLink,
  RiListSettingsLine,
  RiSaveLine,
} from '@remixicon/react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import { SmallButton } from '../../shared';
import { ManageDialog } from './ManageDialog';
import { SaveDialog } from './SaveDialog';
import { tabOf, useSavedViews, useViewPath, viewQuery } from './useSavedViews';

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
