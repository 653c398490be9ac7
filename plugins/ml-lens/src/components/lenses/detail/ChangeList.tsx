// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import type { CompiledLens, LensDiff } from '@ml-lens/lens-model';
import {
  RiAddLine,
  RiArrowLeftRightLine,
  RiEdit2Line,
  RiScales3Line,
  RiSubtractLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './ChangesTab.module.css';
import { type LensChange, groupChanges } from './changeGroups';

const ICONS = {
  ADDED: RiAddLine,
  REMOVED: RiSubtractLine,
  REWORDED: RiEdit2Line,
  MOVED: RiArrowLeftRightLine,
  RULES_CHANGED: RiScales3Line,
};

function Change(props: { change: LensChange; groupTitle: string }) {
  const { change, groupTitle } = props;
  const { t } = useMlLensTranslation();
  const { kind, target, title, before, after } = change;
  const Icon = ICONS[kind];
  const isCode = kind === 'RULES_CHANGED';
  return (
    <li className={styles.change}>
      <span
        className={`${looks.inline} ${looks.tag} ${styles.kind} ${styles[kind]}`}
      >
        <Icon size={14} aria-hidden />
        {t(`lenses.changes.kind.${kind}`)}
      </span>
      <div className={styles.what}>
        <div>
          <span className={looks.note}>
            {t(`lenses.changes.target.${target}`)}
          </span>{' '}
          {title !== groupTitle && title}
        </div>
        {(before !== undefined || after !== undefined) && (
          <dl
            className={
              isCode
                ? `${looks.columns} ${styles.code}`
                : `${looks.columns} ${styles.words}`
            }
          >
            {before !== undefined && (
              <div>
                <dt>{t('lenses.changes.before')}</dt>
                <dd>{before}</dd>
              </div>
            )}
            {after !== undefined && (
              <div>
                <dt>{t('lenses.changes.after')}</dt>
                <dd>{after}</dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </li>
  );
}

/** The changes of a version, question by question. */
export function ChangeList(props: { diff: LensDiff; lens?: CompiledLens }) {
  const { diff, lens } = props;
  const { t } = useMlLensTranslation();
  const groups = groupChanges(diff, lens, t('lenses.changes.lens'));
  return (
    <>
      {groups.map(group => (
        <section key={group.id} className={looks.stack}>
          <div className={looks.line}>
            <Text as="h3" variant="body-medium" weight="bold">
              {group.title}
            </Text>
            {group.pillar && <span className={looks.note}>{group.pillar}</span>}
          </div>
          <ul className={`${looks.panel} ${looks.lined}`}>
            {group.changes.map((change, index) => (
              <Change key={index} change={change} groupTitle={group.title} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
