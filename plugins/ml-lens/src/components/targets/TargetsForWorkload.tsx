// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { RiFlag2Line } from '@remixicon/react';
import { memo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { rootRouteRef, tabRouteRefs } from '../../routes';
import { useMlLensTranslation } from '../../translation';
import { RISK_APPEARANCE } from '../shared';
import { DueChip } from './DueChip';
import looks from '../shared/looks.module.css';
import styles from './Targets.module.css';
import { useTargets } from './useTargets';

function Targets(props: { workloadId: string; lensId?: string }) {
  const { workloadId, lensId } = props;
  const { t } = useMlLensTranslation();
  // The tab also works in apps that leave the organisation's page out, where
  // asking the hook for its address would throw.
  const resolution = useApiHolder().get(routeResolutionApiRef);
  const root = resolution?.resolve(rootRouteRef)?.();
  const page =
    resolution?.resolve(tabRouteRefs.targets)?.() ??
    (root && `${root}/targets`);
  const items = useTargets(workloadId).data?.items.filter(
    ({ lens }) => lensId === undefined || lens === lensId,
  );
  if (!items?.length) return null;
  return (
    <section
      className={`${looks.line} ${looks.panel} ${styles.mine}`}
      aria-label={t('org.targets.forWorkload')}
    >
      <h2 className={`${looks.inline} ${looks.label}`}>
        <RiFlag2Line aria-hidden size={16} />
        {t('org.targets.forWorkload')}
      </h2>
      <ul className={looks.tight}>
        {items.map(target => (
          <li key={target.id} className={looks.line}>
            {page ? (
              <RouterLink
                className={looks.strong}
                to={`${page}?target=${encodeURIComponent(target.id)}`}
              >
                {target.name}
              </RouterLink>
            ) : (
              <b>{target.name}</b>
            )}
            <DueChip target={target} />
            {target.reached === 0 && (
              <span style={{ color: RISK_APPEARANCE.HIGH.fg }}>
                {t('org.targets.notYet')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Targets of the organisation a workload has to reach, for its own page.
 * Nothing where there are none, or they cannot be had.
 */
export const TargetsForWorkload = memo(Targets);
