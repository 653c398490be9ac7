// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import LinearProgress from '@material-ui/core/LinearProgress';
import { ButtonIcon, Flex, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { Target } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiDeleteBinLine,
  RiEdit2Line,
  RiMore2Fill,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import { useFilterFields } from '../filters/useFilterFields';
import { useLensTexts } from '../insights';
import { useOrg } from '../OrgModel';
import { shareOf } from '../../targets/burnUp';
import { DueChip } from '../../targets/DueChip';
import { TargetDetails } from './TargetDetails';
import looks from '../../shared/looks.module.css';
import styles from '../../targets/Targets.module.css';

/** Which workloads a target is for, and what they must reach, in words. */
function useTargetWords(target: Target): { scope: string; aim: string } {
  const { lens } = useOrg();
  const texts = useLensTexts(target.lens);
  const { t } = useMlLensTranslation();
  const { percent } = useFormat();
  const fields = useFilterFields();
  const filters = Object.entries(target.filter).flatMap(([key, values]) => {
    const field = fields.find(one => one.key === key);
    return (values ?? []).map(value => field?.nameOf(value) ?? value);
  });
  const lensName = lens.choices.find(({ id }) => id === target.lens)?.name;
  return {
    scope: filters.join(', ') || t('org.targets.everybody'),
    aim: [
      t('org.targets.minimum', {
        score: target.minScore,
        coverage: percent(target.minCoverage),
      }),
      target.phases.map(texts.phaseName).join(', ') ||
        t('org.targets.wholeLens'),
      lensName ?? target.lens,
    ].join(' · '),
  };
}

/** One target: what it asks for, how far everybody is, and the details. */
export function TargetCard(props: {
  target: Target;
  isOpen: boolean;
  onToggle: () => void;
  onEdit?: () => void;
  onDelete?: () => void;
}) {
  const { target, isOpen, onToggle, onEdit, onDelete } = props;
  const { t } = useMlLensTranslation();
  const { number, percent } = useFormat();
  const { scope, aim } = useTargetWords(target);
  const share = shareOf(target);
  const label =
    share === null
      ? t('org.targets.nobody')
      : t('org.targets.reached', {
          reached: number(target.reached),
          total: number(target.workloads),
        });
  return (
    <li className={`${looks.stack} ${looks.box} ${styles.card}`}>
      <Flex align="start" justify="between" gap="2">
        <div className={`${looks.line} ${styles.cardTitle}`}>
          <h3>{target.name}</h3>
          <DueChip target={target} />
        </div>
        {onEdit && onDelete && (
          <MenuTrigger>
            <ButtonIcon
              size="small"
              variant="tertiary"
              aria-label={t('org.targets.actions', { name: target.name })}
              icon={<RiMore2Fill />}
            />
            <Menu placement="bottom end">
              <MenuItem iconStart={<RiEdit2Line />} onAction={onEdit}>
                {t('org.targets.edit')}
              </MenuItem>
              <MenuItem
                color="danger"
                iconStart={<RiDeleteBinLine />}
                onAction={onDelete}
              >
                {t('org.targets.delete')}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        )}
      </Flex>
      {target.description && <span>{target.description}</span>}
      <p className={looks.muted}>
        <b>{scope}</b> · {aim}
      </p>
      <div className={looks.line}>
        <LinearProgress
          className={styles.progressBar}
          variant="determinate"
          value={(share ?? 0) * 100}
          aria-label={t('org.targets.progress', { name: target.name })}
          aria-valuetext={label}
        />
        <span className={looks.muted}>
          {share !== null && <b>{percent(share)}</b>} {label}
        </span>
        {target.readiness !== null && (
          <span className={looks.muted}>
            {t('org.targets.readiness', {
              readiness: number(target.readiness),
            })}
          </span>
        )}
      </div>
      <div>
        <SmallButton
          variant="tertiary"
          aria-expanded={isOpen}
          iconEnd={
            isOpen ? (
              <RiArrowUpSLine aria-hidden />
            ) : (
              <RiArrowDownSLine aria-hidden />
            )
          }
          onPress={onToggle}
        >
          {t(isOpen ? 'org.targets.hide' : 'org.targets.show')}
        </SmallButton>
      </div>
      {isOpen && <TargetDetails target={target} />}
    </li>
  );
}
