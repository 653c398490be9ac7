// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Target } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, EmptyState, Answered, SmallButton } from '../../shared';
import { Panel, useUrlKeys } from '../insights';
import { inOrgPage } from '../OrgModel';
import { TargetCard } from './TargetCard';
import { TargetDialog } from './TargetDialog';
import looks from '../../shared/looks.module.css';
import {
  useDeleteTarget,
  useManageTargets,
  useTargets,
} from '../../targets/useTargets';

function DeleteDialog(props: { target: Target; onClose: () => void }) {
  const { target, onClose } = props;
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useDeleteTarget();
  return (
    <ActionDialog
      title={t('org.targets.deleteTitle', { name: target.name })}
      action={t('org.targets.delete')}
      isDestructive
      isPending={isPending}
      onAction={() => mutate(target.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('org.targets.deleteText')}
    </ActionDialog>
  );
}

type Asked =
  | { action: 'create' }
  | { action: 'edit' | 'delete'; target: Target };

function Targets() {
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'target'>();
  const mayManage = useManageTargets();
  const query = useTargets();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const open = get('target');
  const create = mayManage && (
    <SmallButton
      variant="primary"
      iconStart={<RiAddLine aria-hidden />}
      onPress={() => setAsked({ action: 'create' })}
    >
      {t('org.targets.create')}
    </SmallButton>
  );
  return (
    <Panel
      title={t('org.targets.title')}
      note={t('org.targets.note')}
      actions={query.data?.items.length ? create : undefined}
    >
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('org.targets.emptyTitle')}
              text={t(
                mayManage ? 'org.targets.emptyText' : 'org.targets.emptyReader',
              )}
              action={create}
            />
          ) : (
            <ul className={looks.loose}>
              {items.map(target => (
                <TargetCard
                  key={target.id}
                  target={target}
                  isOpen={open === target.id}
                  onToggle={() =>
                    set(
                      { target: open === target.id ? undefined : target.id },
                      { replace: true },
                    )
                  }
                  onEdit={
                    mayManage
                      ? () => setAsked({ action: 'edit', target })
                      : undefined
                  }
                  onDelete={
                    mayManage
                      ? () => setAsked({ action: 'delete', target })
                      : undefined
                  }
                />
              ))}
            </ul>
          )
        }
      </Answered>
      {asked?.action === 'create' && <TargetDialog onClose={close} />}
      {asked?.action === 'edit' && (
        <TargetDialog target={asked.target} onClose={close} />
      )}
      {asked?.action === 'delete' && (
        <DeleteDialog target={asked.target} onClose={close} />
      )}
    </Panel>
  );
}

/** What the organisation aims for, and how far it is. */
export const TargetsPage = inOrgPage(Targets);
