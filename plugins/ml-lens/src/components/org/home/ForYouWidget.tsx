// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { Answered, useApiQuery } from '../../shared';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import { Due } from '../inbox/Due';
import styles from './Home.module.css';

/** What is shown of what waits; the page has all of it. */
const SHOWN = 5;

/** The most urgent of what waits for the reader and their teams. */
export function ForYouWidget() {
  const { t } = useMlLensTranslation();
  const root = useRouteRef(rootRouteRef)();
  const query = useApiQuery('getInbox', {
    query: { scope: 'team', limit: SHOWN },
  });
  return (
    <Answered query={query} rows={2} height={40}>
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
    </Answered>
  );
}
