// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiMore2Fill,
  RiRouteLine,
  RiShieldStarLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewFrame } from '../../model';
import { BadgeDialog } from '../badge/BadgeDialog';
import { useBadge } from '../badge/useBadge';
import { UpgradeDialog } from './UpgradeDialog';
import { useMayUndo, useUndoUpgrade } from './useUpgrade';

/** What else can be done with the lens of the review. */
export function UpgradeMenu() {
  const { isPreview, canUpdate, lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isBadge, setBadge] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  const mayUndo = useMayUndo(wasAsked);
  const undo = useUndoUpgrade();
  const badge = useBadge(wasAsked);
  if (isPreview || !canUpdate) return null;
  return (
    <>
      <MenuTrigger onOpenChange={setAsked}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiMore2Fill />}
          aria-label={t('review.upgrade.actions')}
        />
        <Menu>
          <MenuItem iconStart={<RiRouteLine />} onAction={() => setOpen(true)}>
            {t('review.upgrade.otherLens')}
          </MenuItem>
          {mayUndo ? (
            <MenuItem
              iconStart={<RiArrowGoBackLine />}
              onAction={() => undo(lens.id)}
            >
              {t('review.upgrade.undoLast')}
            </MenuItem>
          ) : null}
          {badge.data?.enabled ? (
            <MenuItem
              iconStart={<RiShieldStarLine />}
              onAction={() => setBadge(true)}
            >
              {t('review.badge.action')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {isBadge && <BadgeDialog onClose={() => setBadge(false)} />}
      {isOpen && <UpgradeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
