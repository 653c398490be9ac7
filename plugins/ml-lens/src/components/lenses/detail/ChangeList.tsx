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
import { MajorChip } from '../shared/LensChips';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './ChangesTab.module.css';

/** Whether a change makes reviewers look again, and how much changed. */
export function DiffVerdict(props: { diff: LensDiff }) {
  const { diff } = props;
  const { t } = useMlLensTranslation();
  const { from, major, changes } = diff;
  if (changes.length === 0) {
    return <p className={looks.note}>{t('lenses.changes.same')}</p>;
  }
  return (
    <div className={`${looks.row} ${looks.panel} ${styles.verdict}`}>
      <MajorChip major={major} />
      <div>
        <strong>
          {t(major ? 'lenses.changes.major' : 'lenses.changes.minor')}
        </strong>
        <p className={looks.note}>
          {t(major ? 'lenses.changes.majorText' : 'lenses.changes.minorText', {
            version: from,
          })}
        </p>
      </div>
      <span className={looks.note}>
        {t('lenses.changes.count', { count: changes.length })}
      </span>
    </div>
  );
}

type LensChange = LensDiff['changes'][number];

interface ChangeGroup {
  /** Id of the question, or empty for the lens, its pillars and phases. */
  id: string;
  title: string;
  /** Pillar of the question. */
  pillar?: string;
  changes: LensChange[];
}

/**
 * Changes question by question, in the order they come; first those of the
 * lens, its pillars and phases.
 *
 * @param lens - the version after the change, for the titles
 */
function groupChanges(
  diff: LensDiff,
  lens: CompiledLens | undefined,
  generalTitle: string,
): ChangeGroup[] {
  const general: ChangeGroup = { id: '', title: generalTitle, changes: [] };
  const groups = new Map<string, ChangeGroup>();
  for (const change of diff.changes) {
    const { questionId } = change;
    if (!questionId) {
      general.changes.push(change);
      continue;
    }
    let group = groups.get(questionId);
    if (!group) {
      const question = lens?.question(questionId);
      const pillarId = question?.pillarId ?? change.pillarId;
      group = {
        id: questionId,
        title: question?.title ?? questionId,
        pillar: lens?.pillars.find(({ id }) => id === pillarId)?.name,
        changes: [],
      };
      groups.set(questionId, group);
    }
    // A removed question is known by its own change only.
    if (change.target === 'question' && !lens?.question(questionId)) {
      group.title = change.title;
    }
    group.changes.push(change);
  }
  return [general, ...groups.values()].filter(
    group => group.changes.length > 0,
  );
}

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
