// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiLayoutColumnLine } from '@remixicon/react';
import { MenuListBox, MenuListBoxItem, MenuTrigger } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { SmallButton } from '../../shared';
import type { WorkloadColumn } from './columns';

/** Which columns are shown; the workload itself always is. */
export function ColumnsMenu(props: {
  columns: WorkloadColumn[];
  shown: string[];
  onChange: (shown: string[]) => void;
}) {
  const { columns, shown, onChange } = props;
  const { t } = useMlLensTranslation();
  const choices = columns.filter(({ id }) => id !== 'workload');
  return (
    <MenuTrigger>
      <SmallButton iconStart={<RiLayoutColumnLine aria-hidden />}>
        {t('org.table.columns')}
      </SmallButton>
      <MenuListBox
        aria-label={t('org.table.columns')}
        selectionMode="multiple"
        // Escape closes the list; what is chosen stays.
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={keys =>
          onChange(
            keys === 'all'
              ? columns.map(({ id }) => id)
              : ['workload', ...[...keys].map(String)],
          )
        }
      >
        {choices.map(({ id, label }) => (
          <MenuListBoxItem key={id} id={id} textValue={label}>
            {label}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
}
