// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from '@backstage/ui';
import type { LensPhase, LensService } from '@ml-lens/lens-model';
import { RiErrorWarningLine, RiExternalLinkLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './PhasePanel.module.css';

/** What became of a service that is no longer what the lens names. */
function useServiceNotice() {
  const { t } = useMlLensTranslation();
  return ({ status, replacedBy }: LensService): string | undefined => {
    const values = { successor: replacedBy ?? '' };
    switch (status) {
      case 'RENAMED':
        return replacedBy
          ? t('review.phase.service.RENAMED', values)
          : t('review.phase.service.renamedPlain');
      case 'MERGED':
        return replacedBy
          ? t('review.phase.service.MERGED', values)
          : t('review.phase.service.mergedPlain');
      case 'CLOSED_TO_NEW_CUSTOMERS':
      case 'RETIRED': {
        const what = t(`review.phase.service.${status}`);
        return replacedBy
          ? `${what} · ${t('review.phase.service.instead', values)}`
          : what;
      }
      default:
        return undefined;
    }
  };
}

function ServiceItem(props: { service: LensService }) {
  const { service } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const notice = useServiceNotice()(service);
  const isGone =
    service.status === 'RETIRED' ||
    service.status === 'CLOSED_TO_NEW_CUSTOMERS';
  return (
    <li className={styles.service}>
      {service.url ? (
        <Link
          href={service.url}
          target="_blank"
          rel="noopener noreferrer"
          standalone
        >
          <span className={looks.inline}>
            {service.name}
            <RiExternalLinkLine
              size={13}
              aria-label={t('common.external')}
              role="img"
            />
          </span>
        </Link>
      ) : (
        <span>{service.name}</span>
      )}
      {notice && (
        <span
          className={`${looks.small} ${styles.notice}`}
          data-gone={isGone}
          title={service.note}
        >
          {isGone && <RiErrorWarningLine aria-hidden size={14} />}
          <span>
            {notice}
            {service.statusCheckedOn && (
              <span className={looks.muted}>
                {' '}
                (
                {t('review.phase.service.checkedOn', {
                  date: format.date(service.statusCheckedOn),
                })}
                )
              </span>
            )}
          </span>
        </span>
      )}
    </li>
  );
}

/** AWS services that help in a phase, each with its present status. */
export function PhaseServices(props: { phase: LensPhase }) {
  const { phase } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const services = (phase.services ?? []).flatMap(
    id => lens.document.services?.find(service => service.id === id) ?? [],
  );
  if (services.length === 0) return null;
  return (
    <section>
      <h4 className={looks.heading}>{t('review.phase.services')}</h4>
      <ul className={styles.services}>
        {services.map(service => (
          <ServiceItem key={service.id} service={service} />
        ))}
      </ul>
    </section>
  );
}
