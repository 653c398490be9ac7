// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SidebarItem } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { useApiQuery } from '../../shared/useApiQuery';
import { PluginProvider } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';

/** How long a count is shown before it is asked for again. */
const GOOD_FOR_MS = 60_000;

/** Larger counts say no more, and take the room of the name. */
const LARGEST = 99;

function Item(props: { text?: string }) {
  const { t } = useMlLensTranslation();
  const to = useRouteRef(rootRouteRef)();
  const { data } = useApiQuery(
    'getInbox',
    { query: { scope: 'team', limit: 1 } },
    { staleTime: GOOD_FOR_MS, refetchInterval: GOOD_FOR_MS, retry: false },
  );
  const count = data?.totalItems ?? 0;
  return (
    <SidebarItem
      icon={() => <RiPulseLine />}
      to={to}
      text={props.text ?? t('common.title')}
      // The dot beside the icon of a menu that is folded.
      hasNotifications={count > 0}
    >
      {count > 0 && (
        <span
          aria-label={t('org.inbox.waiting', { count })}
          role="status"
          style={{
            padding: '0 0.375rem',
            borderRadius: '0.25rem',
            background: 'var(--bui-bg-app, #fff)',
            color: 'var(--bui-fg-primary, #000)',
            fontSize: '0.75rem',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {count > LARGEST ? `${LARGEST}+` : count}
        </span>
      )}
    </SidebarItem>
  );
}

/**
 * The page in the sidebar, with how much waits for the reader and their teams;
 * for menus that an app puts together itself.
 * @public
 */
export function MlLensSidebarItem(props: { text?: string }) {
  return (
    <PluginProvider>
      <Item {...props} />
    </PluginProvider>
  );
}
