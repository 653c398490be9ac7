// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { WorkloadLink } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Who } from '../../shared/Who';
import { useFormat, SmallButton, Notice } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Links.module.css';
import { useLinks, useDecideLink } from './useLinks';

/** One entity: whose it is, whether it belongs, and what can be done. */
function LinkItem(props: { link: WorkloadLink; mayMakePrimary: boolean }) {
  const { link, mayMakePrimary } = props;
  const { entityRef, title, owner, state, decidedBy, decidedAt } = link;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { mutate, isPending, variables } = useDecideLink();
  const name = title ?? entityRef;
  const action = (
    to: 'ALLOWED' | 'REFUSED' | 'PRIMARY',
    variant: 'primary' | 'secondary' | 'tertiary',
  ) => (
    <SmallButton
      variant={variant}
      aria-label={t(`review.links.actionOn.${to}`, { name })}
      isDisabled={isPending && variables.state !== to}
      isPending={isPending && variables.state === to}
      onPress={() => mutate({ entityRef, state: to })}
    >
      {t(`review.links.action.${to}`)}
    </SmallButton>
  );
  return (
    <li className={looks.apart}>
      <div className={`${looks.line} ${styles.about}`}>
        <EntityRefLink entityRef={entityRef} title={title} />
        <span className={`${looks.heading} ${styles.state}`} data-state={state}>
          {t(`review.links.state.${state}`)}
        </span>
        <span className={`${looks.note} ${styles.muted}`}>
          {owner
            ? t('review.links.owner', { owner: <Who actor={owner} /> })
            : t('review.links.noOwner')}
          {link.primaryAnnotation &&
            state !== 'PRIMARY' &&
            ` · ${t('review.links.saysPrimary')}`}
          {decidedBy && decidedAt && (
            <>
              {' · '}
              {t('review.links.decided', {
                who: <Who actor={decidedBy} />,
                when: format.date(decidedAt),
              })}
            </>
          )}
        </span>
      </div>
      <div className={looks.row}>
        {(state === 'PENDING' || state === 'REFUSED') &&
          action('ALLOWED', state === 'PENDING' ? 'primary' : 'secondary')}
        {state === 'JOINED' && mayMakePrimary && action('PRIMARY', 'secondary')}
        {(state === 'PENDING' || state === 'JOINED') &&
          action('REFUSED', state === 'PENDING' ? 'secondary' : 'tertiary')}
      </div>
    </li>
  );
}

function LinkList(props: { links: WorkloadLink[]; mayMakePrimary: boolean }) {
  return (
    <ul className={looks.loose}>
      {props.links.map(link => (
        <LinkItem
          key={link.entityRef}
          link={link}
          mayMakePrimary={props.mayMakePrimary}
        />
      ))}
    </ul>
  );
}

/** The links that wait for the reader's decision. */
export function PendingLinks() {
  const { data } = useLinks();
  const { t } = useMlLensTranslation();
  const pending = data?.items.filter(({ state }) => state === 'PENDING') ?? [];
  if (!data?.may.decide || pending.length === 0) return null;
  return (
    <Notice
      status="warning"
      title={t('review.links.pendingTitle', { count: pending.length })}
      description={
        <>
          <p className={styles.text}>
            {t('review.links.pendingText', { count: pending.length })}
          </p>
          <LinkList links={pending} mayMakePrimary={data.may.makePrimary} />
        </>
      }
    />
  );
}

/** The entities that belong to the workload, or were refused. */
export function LinkedEntities() {
  const { data } = useLinks();
  const { t } = useMlLensTranslation();
  const links = data?.items.filter(({ state }) => state !== 'PENDING') ?? [];
  if (!data?.may.decide || links.length < 2) return null;
  return (
    <Accordion>
      <AccordionTrigger>
        {t('review.links.title', { count: links.length })}
      </AccordionTrigger>
      <AccordionPanel>
        <LinkList links={links} mayMakePrimary={data.may.makePrimary} />
      </AccordionPanel>
    </Accordion>
  );
}
