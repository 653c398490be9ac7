// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AccordionGroup,
  Button,
  type Key,
  SearchField,
  Text,
} from '@backstage/ui';
import type { CompiledLens, CompiledQuestion } from '@ml-lens/lens-model';
import { useMemo, useState } from 'react';
import { matchesText } from '../../shared/matchesText';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, FilterSelect, SmallButton } from '../../shared';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { QuestionItem } from './QuestionItem';
import looks from '../../shared/looks.module.css';
import styles from './QuestionsTab.module.css';

/** Questions by phase in lifecycle order, or by pillar without phases. */
function groupsOf(
  lens: CompiledLens,
  questions: readonly CompiledQuestion[],
  otherName: string,
) {
  const byPhase = lens.phases.length > 0;
  const named = (byPhase ? lens.phases : lens.pillars).map(({ id, name }) => ({
    id,
    name,
  }));
  return [...named, { id: null, name: otherName }]
    .map(({ id, name }) => ({
      id: id ?? '',
      name,
      questions: questions.filter(
        question => (byPhase ? question.phaseId : question.pillarId) === id,
      ),
    }))
    .filter(group => group.questions.length > 0);
}

/** Every question: its practices, its guidance and how its risk follows. */
export function QuestionsTab(props: { lens: CompiledLens }) {
  const { lens } = props;
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'q' | 'pillar' | 'phase' | 'question'>();
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set([get('question')].filter(id => id !== undefined)),
  );
  const q = get('q');
  const pillar = get('pillar');
  const phase = get('phase');
  const shown = useMemo(
    () =>
      lens.questions.filter(
        question =>
          (!pillar || question.pillarId === pillar) &&
          (!phase || question.phaseId === phase) &&
          matchesText(question, q),
      ),
    [lens, q, pillar, phase],
  );
  const groups = groupsOf(lens, shown, t('lenses.overview.noPhase'));
  const isAllOpen = shown.every(question => open.has(question.id));

  const toggle = (
    questions: readonly CompiledQuestion[],
    keys: ReadonlySet<Key>,
  ) => {
    const opened = questions.find(({ id }) => keys.has(id) && !open.has(id));
    const others = [...open].filter(
      id => !questions.some(one => one.id === id),
    );
    setOpen(new Set([...others, ...[...keys].map(String)]));
    // The last one opened is what a link to this page opens.
    set({ question: opened?.id }, { replace: true });
  };

  return (
    <div className={`${looks.loose} ${styles.questions}`}>
      <div className={`${looks.row} ${styles.toolbar}`}>
        <SearchField
          className={styles.search}
          size="small"
          aria-label={t('lenses.questions.search')}
          placeholder={t('lenses.questions.search')}
          value={q ?? ''}
          onChange={value => set({ q: value }, { replace: true })}
        />
        {lens.phases.length > 0 && (
          <FilterSelect
            className={styles.select}
            label={t('lenses.questions.phase')}
            all={t('lenses.questions.allPhases')}
            options={lens.phases.map(({ id, name }) => ({ id, label: name }))}
            value={phase}
            onChange={value => set({ phase: value }, { replace: true })}
          />
        )}
        <FilterSelect
          className={styles.select}
          label={t('lenses.questions.pillar')}
          all={t('lenses.questions.allPillars')}
          options={lens.pillars.map(({ id, name }) => ({ id, label: name }))}
          value={pillar}
          onChange={value => set({ pillar: value }, { replace: true })}
        />
        <span className={`${looks.note} ${styles.found}`} role="status">
          {t('lenses.counts.questions', { count: shown.length })}
        </span>
        {shown.length > 0 && (
          <SmallButton
            variant="tertiary"
            onPress={() =>
              setOpen(
                new Set(isAllOpen ? [] : shown.map(question => question.id)),
              )
            }
          >
            {t(
              isAllOpen
                ? 'lenses.questions.collapseAll'
                : 'lenses.questions.expandAll',
            )}
          </SmallButton>
        )}
      </div>
      {groups.length === 0 && (
        <EmptyState
          title={t('lenses.questions.noneTitle')}
          text={t('lenses.questions.noneText')}
          action={
            <Button
              variant="secondary"
              onPress={() =>
                set(
                  { q: undefined, pillar: undefined, phase: undefined },
                  { replace: true },
                )
              }
            >
              {t('lenses.questions.clear')}
            </Button>
          }
        />
      )}
      {groups.map(group => (
        <section key={group.id} className={looks.stack}>
          <Text as="h3" variant="body-medium" weight="bold">
            {group.name}
          </Text>
          <AccordionGroup
            allowsMultiple
            className={`${looks.tight} ${looks.box} ${looks.lined} ${styles.list}`}
            expandedKeys={group.questions
              .map(({ id }) => id)
              .filter(id => open.has(id))}
            onExpandedChange={keys => toggle(group.questions, keys)}
          >
            {group.questions.map(question => (
              <QuestionItem
                key={question.id}
                lens={lens}
                question={question}
                isOpen={open.has(question.id)}
              />
            ))}
          </AccordionGroup>
        </section>
      ))}
    </div>
  );
}
