// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiBracesLine,
  RiDownloadLine,
  RiFileTextLine,
  RiPrinterLine,
} from '@remixicon/react';
import { DateTime } from 'luxon';
import { useMlLensTranslation } from '../../../translation';
import { useOrg } from '../OrgModel';
import { filterQuery, sortParam } from '../orgUrl';
import { saveFile } from '../../shared/saveFile';
import { useApiMutation, SmallButton } from '../../shared';

/** Downloads what the filters leave, in the order on the screen. */
export function useExport() {
  const { t } = useMlLensTranslation();
  const { url, lens } = useOrg();
  return useApiMutation({
    call: async (api, format: 'csv' | 'json') => {
      const response = await api.call('exportScorecards', {
        query: {
          ...filterQuery(url, lens.id),
          sort: sortParam(url.sort),
          format,
        },
      });
      const day = DateTime.now().toISODate();
      saveFile(await response.blob(), `ml-lens-${lens.id}-${day}.${format}`);
    },
    failed: t('org.exports.failed'),
  });
}

/** The list as a file, or on paper. */
export function ExportMenu() {
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useExport();
  return (
    <MenuTrigger>
      <SmallButton
        isPending={isPending}
        iconStart={<RiDownloadLine aria-hidden />}
        iconEnd={<RiArrowDownSLine aria-hidden />}
      >
        {t('org.exports.menu')}
      </SmallButton>
      <Menu placement="bottom end">
        <MenuItem iconStart={<RiFileTextLine />} onAction={() => mutate('csv')}>
          {t('org.exports.csv')}
        </MenuItem>
        <MenuItem iconStart={<RiBracesLine />} onAction={() => mutate('json')}>
          {t('org.exports.json')}
        </MenuItem>
        <MenuItem
          iconStart={<RiPrinterLine />}
          // The menu must be gone before the page is laid out for paper.
          onAction={() => requestAnimationFrame(() => window.print())}
        >
          {t('org.exports.print')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
