// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon, Combobox, Flex } from '@backstage/ui';
import { RiCloseLine, RiDeleteBin2Line } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { Choice, useFormat, SmallButton } from '../../shared';
import { useEntityNames, useFacets } from '../hooks';
import { useOrg } from '../OrgModel';
import looks from '../../shared/looks.module.css';
import styles from './Compare.module.css';
import {
  COMPARE_BY,
  type CompareBy,
  MOST,
  useWorkloadChoices,
} from './useComparison';

/** What can be chosen, by name. */
function useChoices(by: CompareBy, text: string) {
  const { lens } = useOrg();
  const facets = useFacets(lens.id).data?.facets;
  const workloads = useWorkloadChoices(text, by === 'workload');
  const refs =
    by === 'workload' ? [] : (facets?.[by] ?? []).map(({ value }) => value);
  const entityName = useEntityNames(refs);
  if (by === 'workload') {
    return (workloads.data?.items ?? []).map(({ workloadId, title }) => ({
      id: workloadId,
      label: title,
    }));
  }
  return refs.map(ref => ({ id: ref, label: entityName(ref) }));
}

/** Chooses what is compared, two to six of a kind. */
export function ComparePicker(props: {
  by: CompareBy;
  onBy: (by: CompareBy) => void;
  chosen: { key: string; name: string }[];
  onChange: (keys: string[]) => void;
}) {
  const { by, onBy, chosen, onChange } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const [text, setText] = useState('');
  const keys = chosen.map(({ key }) => key);
  const choices = useChoices(by, text).filter(({ id }) => !keys.includes(id));
  const isFull = keys.length >= MOST;
  return (
    <Flex direction="column" gap="2">
      <div className={looks.row}>
        <Choice
          label={t('org.compare.by')}
          value={by}
          options={COMPARE_BY.map(id => ({ id, label: t(`org.field.${id}`) }))}
          onChange={onBy}
        />
        <Combobox
          className={styles.combobox}
          size="small"
          aria-label={t('org.compare.add')}
          placeholder={t(isFull ? 'org.compare.full' : 'org.compare.add')}
          isDisabled={isFull}
          options={choices.map(({ id, label }) => ({ id, label }))}
          search={
            by === 'workload'
              ? { mode: 'server', inputValue: text, onInputChange: setText }
              : { mode: 'client', inputValue: text, onInputChange: setText }
          }
          value={null}
          onChange={value => {
            if (value !== null) onChange([...keys, String(value)]);
            setText('');
          }}
        />
        {keys.length > 0 && (
          <SmallButton
            variant="tertiary"
            iconStart={<RiDeleteBin2Line aria-hidden />}
            onPress={() => onChange([])}
          >
            {t('org.compare.clear')}
          </SmallButton>
        )}
      </div>
      {chosen.length > 0 && (
        <ul
          className={`${looks.row} ${styles.chosen}`}
          aria-label={t('org.compare.chosen')}
        >
          {chosen.map(({ key, name }) => (
            <li key={key}>
              {name}
              <ButtonIcon
                size="small"
                variant="tertiary"
                aria-label={t('org.compare.remove', { name })}
                icon={<RiCloseLine />}
                onPress={() => onChange(keys.filter(one => one !== key))}
              />
            </li>
          ))}
        </ul>
      )}
      <span className={looks.small}>
        {t('org.compare.count', {
          count: number(keys.length),
          most: number(MOST),
        })}
      </span>
    </Flex>
  );
}
