// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModels } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useApiMutation, useApiQuery, SmallButton, Notice } from '../../shared';
import { Who } from '../../shared/Who';
import looks from '../../shared/looks.module.css';
import styles from '../links/Links.module.css';
import { useReviewFrame } from '../model';

type Claim = WorkloadModels['claims'][number];

function useClaims() {
  const { workload, models } = useReviewFrame();
  const path = { workloadId: workload.id };
  return useApiQuery(
    'listModels',
    { path },
    { enabled: models.some(({ state }) => state === 'OWN') },
  );
}

function useDecideClaim() {
  const { workload } = useReviewFrame();
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: (api, options: { claim: Claim; state: 'ALLOWED' | 'REFUSED' }) => {
      const { source, name, workloadId } = options.claim;
      return api.call('putModelClaim', {
        path: { workloadId: workload.id },
        body: { source, name, workloadId, state: options.state },
      });
    },
    changes: 'all',
    done: ({ state }) => t(`review.models.done.${state}`),
    failed: t('review.links.failed'),
  });
}

function ClaimItem(props: { claim: Claim }) {
  const { claim } = props;
  const { t } = useMlLensTranslation();
  const { mutate, isPending, variables } = useDecideClaim();
  const name = `${claim.name}, ${claim.workloadId}`;
  return (
    <li className={looks.apart}>
      <div className={`${looks.line} ${styles.about}`}>
        <b>{claim.name}</b>
        <span className={`${looks.note} ${styles.muted}`}>
          {t('review.models.claim', { workload: claim.workloadId })}
          {' · '}
          {claim.owner
            ? t('review.links.owner', { owner: <Who actor={claim.owner} /> })
            : t('review.links.noOwner')}
        </span>
      </div>
      <div className={looks.row}>
        {(['ALLOWED', 'REFUSED'] as const).map(state => (
          <SmallButton
            key={state}
            variant={state === 'ALLOWED' ? 'primary' : 'secondary'}
            aria-label={t(`review.links.actionOn.${state}`, { name })}
            isDisabled={isPending && variables.state !== state}
            isPending={isPending && variables.state === state}
            onPress={() => mutate({ claim, state })}
          >
            {t(`review.links.action.${state}`)}
          </SmallButton>
        ))}
      </div>
    </li>
  );
}

/** Who else names a model of this workload, and waits for a decision. */
export function ModelClaims() {
  const { data } = useClaims();
  const { t } = useMlLensTranslation();
  const pending = data?.claims.filter(({ state }) => state === 'PENDING') ?? [];
  if (!data?.may.decide || pending.length === 0) return null;
  return (
    <Notice
      status="warning"
      title={t('review.models.claimsTitle', { count: pending.length })}
      description={
        <>
          <p className={styles.text}>{t('review.models.claimsText')}</p>
          <ul className={looks.loose}>
            {pending.map(claim => (
              <ClaimItem
                key={`${claim.source}:${claim.name}:${claim.workloadId}`}
                claim={claim}
              />
            ))}
          </ul>
        </>
      }
    />
  );
}
