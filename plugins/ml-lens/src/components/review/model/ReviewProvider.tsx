import {
  configApiRef,
  toastApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  AnswerConflictError,
  type AnswerResult,
  type AnswerState,
  type EntityReview,
  type LensDefinition,
  type LensLevel,
  type Review,
  type WorkloadDetails,
  compileLens,
  emptyAnswer,
  localizeLens,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mlLensApiRef } from '../../../api';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { AnswerSaver } from './AnswerSaver';
import { stateOf, withAnswer } from './optimistic';
import {
  FrameContext,
  type ReviewFrame,
  type ReviewState,
  StateContext,
} from './ReviewContext';

function useLevels(definition: LensDefinition): LensLevel[] | undefined {
  const config = useApi(configApiRef);
  return useMemo(
    () =>
      definition.levels ??
      config.getOptional<LensLevel[]>('mlLens.levels') ??
      undefined,
    [config, definition],
  );
}

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
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const language = useLanguage();
  const { t } = useMlLensTranslation();
  const levels = useLevels(definition);
  const lens = useMemo(
    () => compileLens(localizeLens(definition, language), definition),
    [definition, language],
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
    async (questionId: string, revision: number): Promise<AnswerResult> => {
      const { scorecard, phases } = reviewNow();
      return {
        answer: { ...answerNow(questionId), revision: revision + 1 },
        scorecard,
        phases,
      };
    },
    [reviewNow, answerNow],
  );

  const saver = useMemo(
    () =>
      new AnswerSaver({
        put: (questionId, revision, state) =>
          isPreview
            ? keep(questionId, revision)
            : api.call('putAnswer', {
                path: { ...path, questionId },
                body: { revision, ...state },
              }),
        conflictOf: error =>
          error instanceof AnswerConflictError
            ? { current: error.current }
            : undefined,
        onSaved: (questionId, result, isLast) =>
          update(old => ({
            ...old,
            answers: {
              ...old.answers,
              [questionId]: isLast
                ? result.answer
                : {
                    ...old.answers[questionId],
                    revision: result.answer.revision,
                  },
            },
            ...(isLast && {
              scorecard: result.scorecard,
              phases: result.phases,
            }),
          })),
        onError: error =>
          latest.current.toastApi.post({
            status: 'danger',
            title: latest.current.t('review.save.failedTitle'),
            description: error instanceof Error ? error.message : undefined,
          }),
      }),
    [api, path, isPreview, keep, update],
  );

  const reload = useCallback(
    () => queryClient.invalidateQueries({ queryKey: dataKey }),
    [queryClient, dataKey],
  );

  const frame = useMemo<ReviewFrame>(() => {
    const send = (
      questionId: string,
      state: AnswerState,
      revision = answerNow(questionId).revision,
    ) => {
      // What is being fetched does not know of this answer yet.
      void queryClient.cancelQueries({ queryKey: dataKey });
      update(old => withAnswer(old, lens, questionId, state, levels));
      saver.save(questionId, revision, state);
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
      dueAt: data.dueAt,
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
        const { conflict } = saver.saveOf(questionId);
        if (!conflict) return;
        const { current, attempted } = conflict;
        if (whose === 'mine') {
          send(questionId, attempted, current.revision);
          return;
        }
        update(old => {
          const next = withAnswer(
            old,
            lens,
            questionId,
            stateOf(current),
            levels,
          );
          return {
            ...next,
            answers: { ...next.answers, [questionId]: current },
          };
        });
        undoStates.current.delete(questionId);
        saver.dismiss(questionId);
      },
      reload,
    };
  }, [
    answerNow,
    data.dueAt,
    data.may.approve,
    data.may.update,
    data.upgradeTo,
    data.waivers,
    dataKey,
    definition,
    isPast,
    isPreview,
    lens,
    levels,
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
