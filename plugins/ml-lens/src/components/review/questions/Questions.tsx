// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, SearchField, Text } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { memo, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { FilterChips } from '../../shared/FilterChips';
import { useMlLensTranslation } from '../../../translation';
import {
  CoverageBar,
  EmptyState,
  RISK_ORDER,
  Choice,
  FilterSelect,
  SmallButton,
} from '../../shared';
import { useDebouncedText } from '../../shared/useDebouncedText';
import { useReview, useReviewFrame, useReviewUrl } from '../model';
import { groupQuestions, nextQuestion } from './questionList';
import { DotLegend, QuestionRow } from './QuestionRow';
import looks from '../../shared/looks.module.css';
import styles from './Questions.module.css';
import { LIST_TARGET } from './showQuestions';
import { useKeptFocus } from './useKeptFocus';
import { useShortcuts } from './useShortcuts';

/** The filters in force, each with a way out. */
function ActiveFilters() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const names = {
    phase: lens.phases.find(({ id }) => id === url.phase)?.name ?? url.phase,
    pillar:
      lens.pillars.find(({ id }) => id === url.pillar)?.name ?? url.pillar,
    risk: url.risk && t(`common.risk.${url.risk}`),
  };
  return (
    <FilterChips
      filters={Object.entries(names).flatMap(([key, label]) =>
        label
          ? {
              key,
              label,
              action: t('review.questions.removeFilter', { filter: label }),
              onRemove: () => set({ [key]: undefined }, { push: true }),
            }
          : [],
      )}
      clear={t('review.questions.clearFilters')}
      onClear={() =>
        set(
          { phase: undefined, pillar: undefined, risk: undefined },
          { push: true },
        )
      }
    />
  );
}

function KeyHelp() {
  const { t } = useMlLensTranslation();
  return (
    <div className={`${looks.line} ${looks.small} ${styles.keys}`} aria-hidden>
      <DotLegend />
      <span>
        <kbd>n</kbd> {t('review.questions.keyNext')}
      </span>
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {t('review.questions.keyMove')}
      </span>
      <span>
        <kbd>u</kbd> {t('review.questions.keyUndo')}
      </span>
      <span>
        <kbd>/</kbd> {t('review.questions.keySearch')}
      </span>
    </div>
  );
}

/** Search, filters and the way on; not drawn anew with every answer. */
const Toolbar = memo(function QuestionToolbar(props: {
  hasPhases: boolean;
  unanswered: string | undefined;
  onOpen: (questionId: string | undefined) => void;
}) {
  const { hasPhases, unanswered, onOpen } = props;
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const [text, setText] = useDebouncedText(url.q ?? '', q => set({ q }));
  return (
    <div className={looks.row}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('review.questions.title')}
      </Text>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('review.questions.search')}
        placeholder={t('review.questions.search')}
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label={t('review.questions.risk')}
        all={t('review.questions.allRisks')}
        options={RISK_ORDER.map(id => ({ id, label: t(`common.risk.${id}`) }))}
        value={url.risk}
        onChange={risk => set({ risk }, { push: true })}
      />
      {hasPhases && (
        <Choice<'phase' | 'pillar'>
          label={t('review.questions.groupBy')}
          value={url.group ?? 'phase'}
          options={[
            { id: 'phase', label: t('review.questions.byPhase') },
            { id: 'pillar', label: t('review.questions.byPillar') },
          ]}
          onChange={group =>
            set(
              { group: group === 'pillar' ? group : undefined },
              { push: true },
            )
          }
        />
      )}
      <span className={styles.spacer} />
      <SmallButton
        iconEnd={<RiArrowDownLine />}
        isDisabled={!unanswered}
        onPress={() => unanswered && onOpen(unanswered)}
      >
        {t('review.questions.nextUnanswered')}
      </SmallButton>
    </div>
  );
});

/** The questions of the lens, grouped, filtered, each opening in place. */
export function Questions() {
  const { lens, answerOf, undo, canUndo, canUpdate } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const root = useRef<HTMLDivElement>(null);

  // Typing and opening go first, the list follows.
  const listed = useDeferredValue(url);
  const groups = useMemo(
    () => groupQuestions(lens, answerOf, listed, t('review.questions.other')),
    [lens, answerOf, listed, t],
  );
  const pillarNames = useMemo(
    () => new Map(lens.pillars.map(({ id, name }) => [id, name])),
    [lens],
  );
  const open = useCallback(
    (questionId: string | undefined) =>
      set({ question: questionId }, { push: true }),
    [set],
  );
  useKeptFocus(root, groups, url.question);
  const unanswered = useMemo(
    () => nextQuestion(groups, url.question, risk => risk === 'UNANSWERED'),
    [groups, url.question],
  );

  const move = (step: 1 | -1) => {
    const ids = groups.flatMap(group => group.entries.map(e => e.question.id));
    const at = url.question ? ids.indexOf(url.question) : -1;
    const next = ids[at < 0 && step < 0 ? ids.length - 1 : at + step];
    // On the way through the list; Back leads to where it began.
    if (next) set({ question: next });
  };
  useShortcuts({
    n: () => unanswered && open(unanswered),
    j: () => move(1),
    k: () => move(-1),
    u: () =>
      canUpdate && url.question && canUndo(url.question) && undo(url.question),
    '/': () =>
      root.current
        ?.querySelector<HTMLInputElement>('input[type=search]')
        ?.focus(),
  });

  return (
    <Card>
      <CardBody>
        <div
          ref={root}
          {...LIST_TARGET}
          role="region"
          aria-label={t('review.questions.title')}
          className={styles.root}
        >
          <Toolbar
            hasPhases={lens.phases.length > 0}
            unanswered={unanswered}
            onOpen={open}
          />
          <ActiveFilters />
          {groups.length === 0 && (
            <EmptyState
              title={t('review.questions.noneTitle')}
              text={t('review.questions.noneText')}
            />
          )}
          {groups.map(group => (
            <section
              key={group.id}
              className={`${looks.stack} ${styles.group}`}
              aria-label={group.name}
            >
              <div className={looks.apart}>
                <Text as="h3" variant="body-medium" weight="bold">
                  {group.name}
                </Text>
                {group.applicable > 0 && (
                  <div className={styles.groupProgress}>
                    <CoverageBar coverage={group.answered / group.applicable} />
                  </div>
                )}
              </div>
              <ul className={`${looks.panel} ${looks.lined} `}>
                {group.entries.map(entry => (
                  <QuestionRow
                    key={entry.question.id}
                    {...entry}
                    pillar={pillarNames.get(entry.question.pillarId)}
                    isOpen={entry.question.id === url.question}
                    onOpen={open}
                    nextId={
                      entry.question.id === url.question
                        ? unanswered
                        : undefined
                    }
                  />
                ))}
              </ul>
            </section>
          ))}
          <KeyHelp />
        </div>
      </CardBody>
    </Card>
  );
}
