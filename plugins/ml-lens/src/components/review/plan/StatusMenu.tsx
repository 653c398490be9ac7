// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Menu, MenuItem, MenuTrigger } from '@backstage/ui';

import {
  RiArrowDownSLine,
  RiCheckboxCircleFill,
  RiCircleLine,
  RiForbidLine,
  RiLoader2Line,
  RiShieldCheckLine,
} from '@remixicon/react';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { PLAN_STATUSES } from './planModel';

const ICONS = {
  NOT_STARTED: RiCircleLine,
  IN_PROGRESS: RiLoader2Line,
  COMPLETE: RiCheckboxCircleFill,
  RISK_ACKNOWLEDGED: RiShieldCheckLine,
  NOT_APPLICABLE: RiForbidLine,
};

function Icon(props: { status: Improvement['status'] }) {
  const { status } = props;
  const Shape = ICONS[status];
  return (
    <Shape className={styles.statusIcon} data-status={status} aria-hidden />
  );
}

/** How far the work on a practice is, and the way to say how far it is. */
export function StatusMenu(props: {
  title: string;
  status: Improvement['status'];
  isDisabled: boolean;
  isPending: boolean;
  onChange(status: Improvement['status']): void;
}) {
  const { title, status, isDisabled, isPending, onChange } = props;
  const { t } = useMlLensTranslation();
  const label = t(`review.plan.statusOf.${status}`);
  if (isDisabled) {
    return (
      <span className={`${looks.inline} ${styles.status}`}>
        <Icon status={status} />
        {label}
      </span>
    );
  }
  return (
    <MenuTrigger>
      <SmallButton
        iconStart={<Icon status={status} />}
        iconEnd={<RiArrowDownSLine />}
        isPending={isPending}
        aria-label={t('review.plan.statusNamed', { title, status: label })}
      >
        {label}
      </SmallButton>
      <Menu
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[status]}
        onSelectionChange={keys => {
          const [next] = [...keys] as Improvement['status'][];
          if (next && next !== status) onChange(next);
        }}
      >
        {PLAN_STATUSES.map(id => (
          <MenuItem key={id} id={id}>
            {t(`review.plan.statusOf.${id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
