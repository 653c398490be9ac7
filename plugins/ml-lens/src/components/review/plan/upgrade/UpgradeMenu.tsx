import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Fill, RiRouteLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { useReview } from '../../model';
import { UpgradeDialog } from './UpgradeDialog';

/** What else can be done with the lens of the review. */
export function UpgradeMenu() {
  const { isPreview, canUpdate } = useReview();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState(false);
  if (isPreview || !canUpdate) return null;
  return (
    <>
      <MenuTrigger>
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
        </Menu>
      </MenuTrigger>
      {isOpen && <UpgradeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
