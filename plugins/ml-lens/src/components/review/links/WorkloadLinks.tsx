// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
} from '@backstage/ui';
import type { WorkloadLink } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { LinkItem } from './LinkItem';
import looks from '../../shared/looks.module.css';
import styles from './Links.module.css';
import { useLinks } from './useLinks';

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
    <Alert
      status="warning"
      icon
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
