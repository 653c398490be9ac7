// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Words of the menu. Pages not named here are called as their plugin says. */
export const navTranslationRef = createTranslationRef({
  id: 'app.nav',
  messages: {
    menu: 'Menu',
    home: 'Home',
    search: 'Search',
    catalog: 'Catalog',
    notifications: 'Notifications',
    settings: 'Settings',
  },
  translations: {
    ja: async () => ({
      default: {
        menu: 'メニュー',
        home: 'ホーム',
        search: '検索',
        catalog: 'カタログ',
        notifications: '通知',
        settings: '設定',
      },
    }),
  },
});
