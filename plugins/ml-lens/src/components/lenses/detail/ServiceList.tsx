// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensService } from '@ml-lens/lens-model';
import { RiInformationLine } from '@remixicon/react';
import { ExternalLink } from '../../shared/ExternalLink';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './PhasesTab.module.css';

/** What became of a service since the lens was written. */
function ServiceNotice(props: { service: LensService }) {
  const { service } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (service.status === 'CURRENT') return null;
  return (
    <span className={`${looks.note} ${styles.notice}`}>
      <RiInformationLine size={14} aria-hidden />
      <span>
        <strong>{t(`lenses.phases.serviceStatus.${service.status}`)}</strong>
        {service.replacedBy && (
          <>
            {' · '}
            {t('lenses.phases.replacedBy', { name: service.replacedBy })}
          </>
        )}
        {service.note && <span className={styles.note}>{service.note}</span>}
        {service.statusCheckedOn && (
          <span className={styles.note}>
            {t('lenses.phases.checkedOn', {
              date: format.date(service.statusCheckedOn),
            })}
          </span>
        )}
      </span>
    </span>
  );
}

/** AWS services a phase names; a notice where one is not what it was. */
export function ServiceList(props: { services: LensService[] }) {
  const { services } = props;
  return (
    <ul className={styles.services}>
      {services.map(service => (
        <li key={service.id}>
          {service.url ? (
            <ExternalLink url={service.url} text={service.name} />
          ) : (
            service.name
          )}
          <ServiceNotice service={service} />
        </li>
      ))}
    </ul>
  );
}
