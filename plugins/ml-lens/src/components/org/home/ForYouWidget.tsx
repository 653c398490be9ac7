// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import { Due } from '../inbox/Due';
import styles from './Home.module.css';
import { Asked, Widget } from './Widget';

/** What is shown of what waits; the page has all of it. */
const SHOWN = 5;

function ForYou() {
  const api = useApi(mlLensApiRef);
  const { t } = useMlLensTranslation();
  const root = useRouteRef(rootRouteRef)();
  const asked = { scope: 'team' as const, limit: SHOWN };
  const query = useQuery({
    queryKey: queryKey('getInbox', 'home', asked),
    queryFn: ({ signal }) => api.call('getInbox', { query: asked, signal }),
  });
  return (
    <Asked query={query}>
      {({ items, totalItems }) =>
        items.length === 0 ? (
          <p className={looks.small}>{t('org.inbox.emptyTitle')}</p>
        ) : (
          <>
            <ul className={`${looks.stack} ${styles.list}`}>
              {items.map(({ id, kind, title, dueAt, path }) => (
                <li key={id} className={looks.tight}>
                  <Link href={path} variant="body-small">
                    {t(`org.inbox.kinds.${kind}`, { title })}
                  </Link>
                  {dueAt && (
                    <span className={looks.small}>
                      <Due at={dueAt} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
            <Link href={`${root}/inbox`} variant="body-small">
              {t('org.home.all', { count: totalItems })}
            </Link>
          </>
        )
      }
    </Asked>
  );
}

/** The most urgent of what waits for the reader and their teams. */
export function ForYouWidget(props: { client?: QueryClient }) {
  return (
    <Widget client={props.client}>
      <ForYou />
    </Widget>
  );
}
