// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, type IdentifiedOption, useAsyncList } from '@backstage/ui';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useEntityNames } from '../../shared/useEntityNames';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { useMe } from './useMe';

/** Most suggestions at a time; more letters bring fewer. */
const MOST = 20;

function optionOf(entity: Entity): IdentifiedOption {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  const ref = stringifyEntityRef(entity);
  return {
    id: ref,
    label:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
    description: ref,
  };
}

/** Chooses a user or a group of the catalog. */
export function AssigneePicker(props: {
  /** Entity ref. */
  value: string | null;
  onChange(value: string | null): void;
}) {
  const { value, onChange } = props;
  const catalog = useApiHolder().get(catalogApiRef);
  const { t } = useMlLensTranslation();
  const me = useMe();
  const nameOf = useEntityNames(value ? [value] : []);
  const list = useAsyncList<IdentifiedOption>({
    async load({ filterText = '' }) {
      if (!catalog) return { items: [] };
      const { items } = await catalog.queryEntities({
        filter: { kind: ['user', 'group'] },
        fields: ['kind', 'metadata', 'spec.profile.displayName'],
        limit: MOST,
        fullTextFilter: {
          term: filterText,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayname',
          ],
        },
      });
      return { items: items.map(optionOf) };
    },
  });
  return (
    <div className={`${looks.tight} ${styles.field}`}>
      <Combobox
        size="small"
        label={t('review.plan.assignee')}
        placeholder={t('review.plan.assigneeSearch')}
        search={{ mode: 'server' }}
        options={list}
        value={value ? { id: value, label: nameOf(value) } : null}
        onChange={option => onChange(option ? String(option.id) : null)}
      />
      {value ? (
        <SmallButton variant="tertiary" onPress={() => onChange(null)}>
          {t('review.plan.clearAssignee')}
        </SmallButton>
      ) : (
        me && (
          <SmallButton variant="tertiary" onPress={() => onChange(me)}>
            {t('review.plan.assignMe')}
          </SmallButton>
        )
      )}
    </div>
  );
}
