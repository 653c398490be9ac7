// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, Text } from '@backstage/ui';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { CoverageBar, EmptyState } from '../../shared';
import { useReview, useReviewUrl } from '../model';
import { ActiveFilters } from './ActiveFilters';
import { groupQuestions, nextQuestion } from './questionList';
import { DotLegend, QuestionRow } from './QuestionRow';
import { QuestionToolbar } from './QuestionToolbar';
import looks from '../../shared/looks.module.css';
import styles from './Questions.module.css';
import { LIST_TARGET } from './showQuestions';
import { useKeptFocus } from './useKeptFocus';
import { useShortcuts } from './useShortcuts';

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
          <QuestionToolbar
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
