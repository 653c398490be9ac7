// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Button,
  ButtonIcon,
  ButtonLink,
  Link,
  Menu,
  MenuItem,
  MenuTrigger,
  Select,
  Text,
} from '@backstage/ui';
import type {
  LensListItem,
  LensVersion,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiArchive2Line,
  RiArrowLeftLine,
  RiDeleteBinLine,
  RiDownloadLine,
  RiEyeLine,
  RiMore2Fill,
  RiRouteLine,
  RiSendPlaneLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { useLensExport } from '../hooks/useLensActions';
import { useManageLenses } from '../hooks/useManageLenses';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { useLensPaths } from '../paths';
import { PublishDialog } from '../publish/PublishDialog';
import { LensStatusChip } from '../shared/LensChips';
import { lensName } from '../../shared/lensName';
import looks from '../../shared/looks.module.css';
import styles from './LensDetail.module.css';
import { ConfirmDialog } from '../publish/ConfirmDialog';

type Asked = 'publish' | 'archive' | 'deleteDraft';

function Actions(props: { item: LensListItem; version: LensVersion }) {
  const { item, version } = props;
  const { t } = useMlLensTranslation();
  const paths = useLensPaths();
  const navigate = useNavigate();
  const mayManage = useManageLenses();
  const { mutate: download } = useLensExport();
  const [asked, setAsked] = useState<Asked>();
  const isDraft = version.status === 'DRAFT';
  const shown = version.version === item.version ? undefined : version.version;
  const ref = { lensId: item.id, version: version.version };
  return (
    <div className={looks.row}>
      <ButtonLink
        variant="secondary"
        iconStart={<RiEyeLine />}
        href={paths.preview(item.id, version.version)}
      >
        {t('lenses.detail.preview')}
      </ButtonLink>
      {mayManage && isDraft && (
        <Button
          variant="primary"
          iconStart={<RiSendPlaneLine />}
          onPress={() => setAsked('publish')}
        >
          {t('lenses.detail.publish')}
        </Button>
      )}
      <MenuTrigger>
        <ButtonIcon
          variant="secondary"
          aria-label={t('lenses.detail.actions')}
          icon={<RiMore2Fill />}
        />
        <Menu placement="bottom end">
          <MenuItem
            iconStart={<RiDownloadLine />}
            onAction={() => download({ ...ref, format: 'ml-lens' })}
          >
            {t('lenses.detail.exportMlLens')}
          </MenuItem>
          <MenuItem
            iconStart={<RiDownloadLine />}
            onAction={() => download({ ...ref, format: 'aws' })}
          >
            {t('lenses.detail.exportAws')}
          </MenuItem>
          {version.status === 'PUBLISHED' ? (
            <MenuItem
              iconStart={<RiRouteLine />}
              onAction={() => navigate(paths.detail(item.id, shown, 'reviews'))}
            >
              {t('lenses.upgrade.action')}
            </MenuItem>
          ) : null}
          {mayManage && version.status === 'PUBLISHED' ? (
            <MenuItem
              iconStart={<RiArchive2Line />}
              onAction={() => setAsked('archive')}
            >
              {t('lenses.detail.archive')}
            </MenuItem>
          ) : null}
          {mayManage && isDraft ? (
            <MenuItem
              color="danger"
              iconStart={<RiDeleteBinLine />}
              onAction={() => setAsked('deleteDraft')}
            >
              {t('lenses.detail.deleteDraft')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {asked === 'publish' && (
        <PublishDialog
          item={item}
          version={version.version}
          onClose={() => setAsked(undefined)}
        />
      )}
      {(asked === 'archive' || asked === 'deleteDraft') && (
        <ConfirmDialog
          action={asked}
          lensId={item.id}
          version={version.version}
          onClose={isDone => {
            setAsked(undefined);
            if (!isDone || asked === 'archive') return;
            const isLast = item.versions.length === 1;
            navigate(isLast ? paths.list : paths.detail(item.id));
          }}
        />
      )}
    </div>
  );
}

/** Name, status and version of the lens, and what can be done with it. */
export function LensHeader(props: {
  item: LensListItem;
  version: LensVersion | undefined;
  /** Name in this version, once it is known; versions may rename a lens. */
  name?: string;
}) {
  const { item, version, name } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const paths = useLensPaths();
  const { set } = useUrlKeys<'version'>();
  return (
    <header className={looks.stack}>
      <Link href={paths.list} variant="body-small" standalone>
        <span className={`${looks.inline} ${looks.muted}`}>
          <RiArrowLeftLine size={16} aria-hidden />
          {t('lenses.detail.back')}
        </span>
      </Link>
      <div className={looks.apart}>
        <div className={looks.line}>
          <Text as="h2" variant="title-small" weight="bold">
            {name ?? lensName(item, language)}
          </Text>
          {version && <LensStatusChip status={version.status} />}
        </div>
        <div className={looks.row}>
          <Select
            className={styles.version}
            size="medium"
            aria-label={t('lenses.detail.version')}
            options={item.versions.map(one => ({
              id: one.version,
              label: t('lenses.detail.versionOption', {
                version: one.version,
                status: t(`lenses.status.${one.status}`),
              }),
            }))}
            value={version?.version ?? null}
            onChange={value =>
              set(
                {
                  version: value === item.version ? undefined : String(value),
                },
                { replace: true },
              )
            }
          />
          {version && <Actions item={item} version={version} />}
        </div>
      </div>
    </header>
  );
}
