// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import {
  AnswerConflictError,
  type EntityReview,
  type LensDefinition,
  type Review,
  type WorkloadDetails,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type Answer,
  type AnswerState,
  compileLens,
  emptyAnswer,
  localizeLens,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mlLensApiRef } from '../../../api';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { AnswerSaver, type AnswerSaverOptions } from './AnswerSaver';
import { sameState, stateOf, withAnswer } from './optimistic';
import {
  FrameContext,
  type ReviewFrame,
  type ReviewState,
  StateContext,
} from './ReviewContext';
import { retryAfterOf, retryOf, toastOf } from './saveErrors';
import { saverOf } from './saverOf';
import { useLevels } from './useLevels';
import { useToasts } from '../../shared';

export function ReviewProvider(props: {
  data: EntityReview & {
    workload: WorkloadDetails;
    review: Review;
    lens: LensDefinition;
  };
  /** Key of the query that holds `data`, updated as answers are given. */
  dataKey: readonly unknown[];
  isPast: boolean;
  /** Keep answers in memory: nothing is sent, whatever is answered. */
  isPreview?: boolean;
  children: ReactNode;
}) {
  const { data, dataKey, isPast, isPreview = false, children } = props;
  const { workload, review, lens: definition } = data;
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const queryClient = useQueryClient();
  const language = useLanguage();
  const { t } = useMlLensTranslation();
  const levels = useLevels(definition);
  // What is announced counts from the beginning of its day.
  const day = review.at.slice(0, 'YYYY-MM-DD'.length);
  const lens = useMemo(
    () =>
      lensAt(
        compileLens(localizeLens(definition, language), definition),
        `${day}T00:00:00Z`,
      ),
    [definition, language, day],
  );
  const undoStates = useRef(new Map<string, AnswerState[]>());

  // What outlives renders (the queue of saves, the functions every question is
  // given) reads what changes through a ref.
  const latest = useRef({ toastApi, t, review });
  useEffect(() => {
    latest.current = { toastApi, t, review };
  });

  // The cache tells its readers a moment later. What is answered here is drawn
  // before, until the cache has told of it or of something newer.
  const [ahead, setAhead] = useState<{ of: Review; review: Review }>();
  const shown = ahead?.of === review ? ahead.review : review;
  const update = useCallback(
    (change: (review: Review) => Review) => {
      const next = queryClient.setQueryData<EntityReview>(dataKey, old =>
        old?.review ? { ...old, review: change(old.review) } : old,
      );
      if (next?.review) {
        setAhead({ of: latest.current.review, review: next.review });
      }
    },
    [queryClient, dataKey],
  );

  const path = useMemo(
    () => ({ workloadId: workload.id, lensId: definition.id }),
    [workload.id, definition.id],
  );

  /** As it stands now: a click may come before what the last one changed is drawn. */
  const reviewNow = useCallback(
    () =>
      queryClient.getQueryData<EntityReview>(dataKey)?.review ??
      latest.current.review,
    [queryClient, dataKey],
  );
  const answerNow = useCallback(
    (questionId: string) => reviewNow().answers[questionId] ?? emptyAnswer(),
    [reviewNow],
  );

  // In a preview the cache is all there is, and it holds the answer already.
  const keep = useCallback(
    async (
      questionId: string,
      revision: number,
    ): Promise<MlLensResponse<'putAnswer'>> => {
      const { scorecard, phases } = reviewNow();
      return {
        answer: { ...answerNow(questionId), revision: revision + 1 },
        scorecard,
        phases,
      };
    },
    [reviewNow, answerNow],
  );

  const reload = useCallback(
    () => queryClient.invalidateQueries({ queryKey: dataKey }),
    [queryClient, dataKey],
  );

  /** Shows an answer as the server has it. */
  const putBack = useCallback(
    (questionId: string, answer: Answer) => {
      update(old => {
        const next = withAnswer(old, lens, questionId, stateOf(answer), levels);
        return { ...next, answers: { ...next.answers, [questionId]: answer } };
      });
      undoStates.current.delete(questionId);
    },
    [update, lens, levels],
  );

  const saverOptions = useMemo<AnswerSaverOptions>(
    () => ({
      put: (questionId, revision, state, signal) =>
        isPreview
          ? keep(questionId, revision)
          : api.call('putAnswer', {
              path: { ...path, questionId },
              body: { revision, ...state },
              signal,
            }),
      conflictOf: error =>
        error instanceof AnswerConflictError
          ? { current: error.current }
          : undefined,
      retryOf,
      retryAfterOf,
      onSaved: (questionId, { answer, scorecard, phases }, isLast) =>
        update(old => ({
          ...old,
          answers: {
            ...old.answers,
            [questionId]: isLast
              ? answer
              : { ...old.answers[questionId], revision: answer.revision },
          },
          ...(isLast && scorecard && { scorecard }),
          ...(isLast && phases && { phases }),
        })),
      onRefused: (questionId, before) => {
        putBack(questionId, before);
        void reload();
      },
      onUnseen: (_questionId, save) =>
        latest.current.toastApi.post(toastOf(latest.current.t, save)),
    }),
    [api, path, isPreview, keep, update, putBack, reload],
  );
  const keepsSaver = !isPast && !isPreview;
  const saver = useMemo(
    () =>
      keepsSaver
        ? saverOf(queryClient, path.workloadId, path.lensId, saverOptions)
        : new AnswerSaver(saverOptions),
    // Goes on with other options below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [queryClient, path, keepsSaver],
  );
  useEffect(() => saver.connect(saverOptions), [saver, saverOptions]);

  // What was fetched does not know of what is kept here: that goes on top.
  useLayoutEffect(() => {
    const kept = saver
      .waiting()
      .filter(
        ([id, state]) => !sameState(review.answers[id] ?? emptyAnswer(), state),
      );
    if (kept.length === 0) return;
    update(old =>
      kept.reduce(
        (next, [id, state]) => withAnswer(next, lens, id, state, levels),
        old,
      ),
    );
  }, [review, saver, update, lens, levels]);

  const frame = useMemo<ReviewFrame>(() => {
    const send = (
      questionId: string,
      state: AnswerState,
      before = answerNow(questionId),
    ) => {
      // What is being fetched does not know of this answer yet.
      void queryClient.cancelQueries({ queryKey: dataKey });
      update(old => withAnswer(old, lens, questionId, state, levels));
      saver.save(questionId, before, state);
    };
    let readOnlyReason: ReviewFrame['readOnlyReason'];
    if (isPast) readOnlyReason = 'past';
    else if (isPreview) readOnlyReason = undefined;
    else if (definition.status === 'ARCHIVED') readOnlyReason = 'archived';
    else if (!data.may.update) readOnlyReason = 'permission';
    return {
      workload,
      lens,
      definition,
      canUpdate: !readOnlyReason,
      readOnlyReason,
      isPreview,
      upgradeTo: data.upgradeTo,
      waivers: data.waivers,
      openProposals: data.openProposals,
      dueAt: data.dueAt,
      models: data.models,
      mayApprove: data.may.approve && !isPast && !isPreview,
      saver,
      answer(questionId, change) {
        const before = stateOf(answerNow(questionId));
        const stack = undoStates.current.get(questionId) ?? [];
        undoStates.current.set(questionId, [...stack, before].slice(-20));
        send(questionId, {
          ...before,
          ...(typeof change === 'function' ? change(before) : change),
        });
      },
      undo(questionId) {
        const state = undoStates.current.get(questionId)?.pop();
        if (state) send(questionId, state);
      },
      canUndo: questionId =>
        (undoStates.current.get(questionId)?.length ?? 0) > 0,
      resolveConflict(questionId, whose) {
        const save = saver.saveOf(questionId);
        if (save.status !== 'conflict') return;
        const { current, attempted } = save.conflict;
        saver.dismiss(questionId);
        if (whose === 'mine') send(questionId, attempted, current);
        else putBack(questionId, current);
      },
      reload,
    };
  }, [
    answerNow,
    data.dueAt,
    data.models,
    data.may.approve,
    data.may.update,
    data.openProposals,
    data.upgradeTo,
    data.waivers,
    dataKey,
    definition,
    isPast,
    isPreview,
    lens,
    levels,
    putBack,
    queryClient,
    reload,
    saver,
    update,
    workload,
  ]);
  const state = useMemo<ReviewState>(
    () => ({
      review: shown,
      answerOf: questionId => shown.answers[questionId] ?? emptyAnswer(),
    }),
    [shown],
  );

  return (
    <FrameContext.Provider value={frame}>
      <StateContext.Provider value={state}>{children}</StateContext.Provider>
    </FrameContext.Provider>
  );
}
