// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import { LevelChip, useFormat, Answered } from '../../shared';
import { useLensNames, useReviewPath } from '../hooks';
import looks from '../../shared/looks.module.css';
import styles from './Home.module.css';

const SHOWN = 6;

/** The workloads of the reader's teams, those with most high risks in front. */
export function MyWorkloadsWidget() {
  const api = useApi(mlLensApiRef);
  const identity = useApi(identityApiRef);
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const root = useRouteRef(rootRouteRef)();
  const nameOf = useLensNames();
  const reviewPath = useReviewPath();
  const query = useQuery({
    queryKey: queryKey('queryScorecards', 'home'),
    queryFn: async ({ signal }) => {
      // Known without asking the server.
      const { ownershipEntityRefs: owner } =
        await identity.getBackstageIdentity();
      const page = await api.call('queryScorecards', {
        query: { owner, sort: '-high', limit: SHOWN },
        signal,
      });
      return { ...page, owner };
    },
  });
  return (
    <Answered query={query} rows={2} height={40}>
      {({ items, totalItems, owner }) =>
        items.length === 0 ? (
          <p className={looks.small}>{t('org.home.noWorkloads')}</p>
        ) : (
          <>
            <ul className={`${looks.stack} ${styles.list}`}>
              {items.map(row => (
                <li
                  key={`${row.workloadId}/${row.lens.id}`}
                  className={looks.tight}
                >
                  <span className={looks.line}>
                    <Link href={reviewPath(row)} variant="body-small">
                      {row.title}
                    </Link>
                    <span className={looks.small}>{nameOf(row.lens.id)}</span>
                  </span>
                  <span className={`${looks.line} ${styles.figures}`}>
                    <LevelChip level={row.level} score={row.score} />
                    {row.score === null
                      ? t('common.noScore')
                      : number(row.score)}
                    {row.counts.HIGH > 0 && (
                      <span className={looks.bad}>
                        {t('org.home.high', { count: row.counts.HIGH })}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <Link
              href={`${root}/workloads?${new URLSearchParams(
                owner.map(ref => ['owner', ref]),
              )}`}
              variant="body-small"
            >
              {t('org.home.all', { count: totalItems })}
            </Link>
          </>
        )
      }
    </Answered>
  );
}
