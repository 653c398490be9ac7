// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useLensNames, useReviewPath } from '../hooks';
import { mlLensApiRef, queryKey } from '../../../api';
import {
  Answered,
  useApiQuery,
  LevelChip,
  useFormat,
  ScoreRing,
} from '../../shared';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import { Due } from '../inbox/Due';
import styles from './Home.module.css';

/** How the organisation stands, over all lenses. */
export function OrganisationWidget() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const root = useRouteRef(rootRouteRef)();
  const query = useApiQuery('getSummary', {});
  return (
    <Answered query={query} rows={2} height={40}>
      {({ total, late }) => (
        <>
          <div className={looks.row}>
            <ScoreRing score={total.score} size={72} />
            <dl className={`${looks.line} ${styles.facts}`}>
              <div>
                <dt>{t('org.home.reviews')}</dt>
                <dd>{number(total.workloads)}</dd>
              </div>
              <div>
                <dt>{t('common.risk.HIGH')}</dt>
                <dd>{number(total.counts.HIGH)}</dd>
              </div>
              <div>
                <dt>{t('common.late')}</dt>
                <dd>{number(late)}</dd>
              </div>
            </dl>
          </div>
          <Link href={`${root}/overview`} variant="body-small">
            {t('org.tabs.overview')}
          </Link>
        </>
      )}
    </Answered>
  );
}

const WORKLOADS = 6;

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
        query: { owner, sort: '-high', limit: WORKLOADS },
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

/** What is shown of what waits; the page has all of it. */
const WAITING = 5;

/** The most urgent of what waits for the reader and their teams. */
export function ForYouWidget() {
  const { t } = useMlLensTranslation();
  const root = useRouteRef(rootRouteRef)();
  const query = useApiQuery('getInbox', {
    query: { scope: 'team', limit: WAITING },
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
