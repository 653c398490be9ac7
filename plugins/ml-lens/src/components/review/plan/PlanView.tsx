// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Card, CardBody } from '@backstage/ui';
import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo, useState } from 'react';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { useMlLensTranslation } from '../../../translation';
import {
  EmptyState,
  RiskChip,
  useFormat,
  TitledCard,
  Answered,
} from '../../shared';
import { useReview, useReviewUrl } from '../model';
import { Forecast } from './Forecast';
import { PlanFilters } from './PlanFilters';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { PlanItem } from './PlanItem';
import {
  PLAN_STATUSES,
  type PlanFilter,
  groupPlan,
  isShown,
  practiceKey,
} from './planModel';
import { useImprovements } from './usePlan';
import { WaiverList } from './waivers/WaiverList';

/** The plan's own filters, kept in the address. */
function usePlanFilter() {
  const { get, set } = useUrlKeys<'planStatus' | 'planAssignee'>();
  const status = PLAN_STATUSES.find(id => id === get('planStatus'));
  const assignee = get('planAssignee');
  const filter = useMemo<PlanFilter>(
    () => ({ status, assignee }),
    [status, assignee],
  );
  return {
    filter,
    set: (next: PlanFilter) =>
      set(
        { planStatus: next.status, planAssignee: next.assignee },
        { replace: true },
      ),
  };
}

function PlanList(props: { items: Improvement[] }) {
  const { items } = props;
  const { lens, answerOf } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { filter, set: setFilter } = usePlanFilter();
  const [pickedKeys, setPickedKeys] = useState<readonly string[]>([]);

  const shown = useMemo(
    () => items.filter(item => isShown(item, filter)),
    [items, filter],
  );
  const groups = useMemo(() => groupPlan(shown, lens), [shown, lens]);
  const picked = useMemo(
    () => items.filter(item => pickedKeys.includes(practiceKey(item))),
    [items, pickedKeys],
  );
  const done = items.filter(({ status }) => status === 'COMPLETE').length;

  if (items.length === 0) {
    return (
      <EmptyState
        title={t('review.plan.emptyTitle')}
        text={t('review.plan.emptyText')}
      />
    );
  }
  const pick = (questionId: string, choiceIds: string[], isPicked: boolean) => {
    const keys = choiceIds.map(choiceId =>
      practiceKey({ questionId, choiceId }),
    );
    setPickedKeys(old =>
      isPicked
        ? [...new Set([...old, ...keys])]
        : old.filter(key => !keys.includes(key)),
    );
  };
  return (
    <>
      <div className={looks.row}>
        <PlanFilters items={items} filter={filter} onChange={setFilter} />
        <span className={looks.note} aria-live="polite">
          {t('review.plan.shown', { count: shown.length })}
          {done > 0 &&
            ` · ${t('review.plan.doneOf', {
              done: format.number(done),
              total: format.number(items.length),
            })}`}
        </span>
      </div>
      <Forecast shown={shown} picked={picked} onPick={setPickedKeys} />
      {groups.length === 0 && (
        <EmptyState
          title={t('review.plan.noneTitle')}
          text={t('review.plan.noneText')}
          action={
            <Button variant="secondary" onPress={() => setFilter({})}>
              {t('review.plan.clearFilters')}
            </Button>
          }
        />
      )}
      <ol className={looks.loose}>
        {groups.map(({ question, items: ofQuestion }) => (
          <li key={question.id} className={looks.stack}>
            <div className={looks.line}>
              <button
                type="button"
                className={`${looks.plain} ${looks.strong}`}
                aria-label={t('review.plan.openQuestion', {
                  title: question.title,
                })}
                onClick={() =>
                  set(
                    { view: undefined, question: question.id },
                    { push: true },
                  )
                }
              >
                {question.title}
              </button>
              <RiskChip risk={answerOf(question.id).risk} />
            </div>
            <ul
              className={`${looks.panel} ${looks.lined} `}
              aria-label={question.title}
            >
              {ofQuestion.map(item => (
                <PlanItem
                  key={item.choiceId}
                  item={item}
                  question={question}
                  isPicked={pickedKeys.includes(practiceKey(item))}
                  onPick={(choiceIds, isPicked) =>
                    pick(question.id, choiceIds, isPicked)
                  }
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function PlanCard() {
  const { t } = useMlLensTranslation();
  return (
    <TitledCard
      title={t('review.plan.title')}
      note={
        <p className={`${looks.note} ${styles.intro}`}>
          {t('review.plan.intro')}
        </p>
      }
    >
      <Answered query={useImprovements(true)} rows={4} height={64}>
        {({ items }) => <PlanList items={items} />}
      </Answered>
    </TitledCard>
  );
}

/** What to do next, who does it until when, and which risks are accepted. */
export function PlanView() {
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  if (url.at) {
    return (
      <Card>
        <CardBody>
          <EmptyState
            title={t('review.plan.pastTitle')}
            text={t('review.plan.pastText')}
            action={
              <Button
                variant="secondary"
                onPress={() => set({ at: undefined }, { push: true })}
              >
                {t('review.views.backToNow')}
              </Button>
            }
          />
        </CardBody>
      </Card>
    );
  }
  return (
    <>
      <PlanCard />
      <WaiverList />
    </>
  );
}
