// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { MlLensSidebarItem } from '@ml-lens/backstage-plugin-ml-lens';
import { RiMenuLine } from '@remixicon/react';
import { SidebarLogo } from './SidebarLogo';
import { navTranslationRef } from './translation';

export const SidebarContent = NavContentBlueprint.make({
  params: {
    component: function Content({ navItems }) {
      const { t } = useTranslationRef(navTranslationRef);
      const words: Record<string, string> = {
        Home: t('home'),
        Search: t('search'),
        Catalog: t('catalog'),
        Settings: t('settings'),
      };
      const nav = navItems.withComponent(item => (
        <SidebarItem
          icon={() => item.icon}
          to={item.href}
          text={words[item.title] ?? item.title}
        />
      ));
      // Have items of their own, which show how much there is.
      nav.take('page:ml-lens');
      nav.take('page:notifications');
      // Reached from the relations of an entity.
      nav.take('page:catalog-graph');

      return (
        <Sidebar>
          <SidebarLogo />
          <SidebarDivider />
          <SidebarGroup label={t('menu')} icon={<RiMenuLine />}>
            <MlLensSidebarItem />
            {nav.take('page:catalog')}
            <SidebarScrollWrapper>
              {nav.rest({ sortBy: 'title' })}
            </SidebarScrollWrapper>
          </SidebarGroup>
          <SidebarSpace />
          <SidebarDivider />
          <NotificationsSidebarItem text={t('notifications')} />
          <SidebarDivider />
          <SidebarGroup
            label={t('settings')}
            icon={<UserSettingsSignInAvatar />}
            to="/settings"
          >
            {nav.take('page:user-settings')}
          </SidebarGroup>
        </Sidebar>
      );
    },
  },
});
