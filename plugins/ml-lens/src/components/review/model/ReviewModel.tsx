import {
  configApiRef,
  toastApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  type Answer,
  AnswerConflictError,
  type AnswerResult,
  type AnswerState,
  type CompiledLens,
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
  createContext,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mlLensApiRef } from '../../../api';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { AnswerSaver, type QuestionSave } from './AnswerSaver';
import { stateOf, withAnswer } from './optimistic';

/** Everything below the tab works with this and nothing else. */
export interface ReviewModel {
  workload: WorkloadDetails;
  review: Review;
  /** The lens in the language of the app. */
  lens: CompiledLens;
  definition: LensDefinition;
  /** May answer: permission, a published lens, and the present. */
  canUpdate: boolean;
  /** Why not, where `canUpdate` is false. */
  readOnlyReason?: 'past' | 'permission' | 'archived';
  /**
   * A look at a lens: answers are kept in memory, and there is no workload to
   * plan for (no targets, iterations or profile).
   */
  isPreview: boolean;
  /** Newer version of the lens, waivers in force, when to review again. */
  upgradeTo: EntityReview['upgradeTo'];
  waivers: EntityReview['waivers'];
  dueAt: EntityReview['dueAt'];
  /** May decide on what others ask for: permission, and the present. */
  mayApprove: boolean;
  answerOf(questionId: string): Answer;
  /** Shows at once, saves in the background; see `saveOf` for how it went. */
  answer(questionId: string, change: Partial<AnswerState>): void;
  /** Puts the answer back as it was before the last change made here. */
  undo(questionId: string): void;
  canUndo(questionId: string): boolean;
  saveOf(questionId: string): QuestionSave;
  /** Whether an answer given here is still on its way. */
  isSaving: boolean;
  /** After a conflict: keep theirs, or save mine on top of it. */
  resolveConflict(questionId: string, keep: 'theirs' | 'mine'): void;
  /** Fetch the review again, e.g. after a target or an iteration changed. */
  reload(): Promise<void>;
}

const Context = createContext<ReviewModel | undefined>(undefined);

export function useReview(): ReviewModel {
  const model = useContext(Context);
  if (!model) throw new Error('useReview is used outside a ReviewProvider');
  return model;
}

/**
 * What is inside follows the review a moment later, so that the score beside a
 * click is on the screen before charts are drawn anew. Its children must be
 * memoized, or they are drawn at once all the same.
 */
export function DeferredReview(props: { children: ReactNode }) {
  const model = useDeferredValue(useReview());
  return <Context.Provider value={model}>{props.children}</Context.Provider>;
}

const IDLE: QuestionSave = { status: 'idle' };

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
  const [saves, setSaves] = useState<Record<string, QuestionSave>>({});
  const undoStates = useRef(new Map<string, AnswerState[]>());

  const update = useCallback(
    (change: (review: Review) => Review) =>
      queryClient.setQueryData<EntityReview>(dataKey, old =>
        old?.review ? { ...old, review: change(old.review) } : old,
      ),
    [queryClient, dataKey],
  );

  const path = useMemo(
    () => ({ workloadId: workload.id, lensId: definition.id }),
    [workload.id, definition.id],
  );

  // In a preview the cache is all there is, and it holds the answer already.
  const keep = useCallback(
    async (questionId: string, revision: number): Promise<AnswerResult> => {
      const { answers, scorecard, phases } =
        queryClient.getQueryData<EntityReview>(dataKey)?.review ?? review;
      const answer = answers[questionId] ?? emptyAnswer();
      return {
        answer: { ...answer, revision: revision + 1 },
        scorecard,
        phases,
      };
    },
    [queryClient, dataKey, review],
  );

  // The saver outlives renders (its queue must), so it reads what changes
  // through a ref.
  const latest = useRef({ update, toastApi, t, keep });
  useEffect(() => {
    latest.current = { update, toastApi, t, keep };
  });
  const saver = useMemo(
    () =>
      new AnswerSaver({
        put: (questionId, revision, state) =>
          isPreview
            ? latest.current.keep(questionId, revision)
            : api.call('putAnswer', {
                path: { ...path, questionId },
                body: { revision, ...state },
              }),
        conflictOf: error =>
          error instanceof AnswerConflictError
            ? { current: error.current }
            : undefined,
        onSaved: (questionId, result, isLast) =>
          latest.current.update(old => ({
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
        onChange: (questionId, save) => {
          setSaves(old => ({ ...old, [questionId]: save }));
          if (save.status === 'error') {
            latest.current.toastApi.post({
              status: 'danger',
              title: latest.current.t('review.save.failedTitle'),
              description:
                save.error instanceof Error ? save.error.message : undefined,
            });
          }
        },
      }),
    [api, path, isPreview],
  );

  const reload = useCallback(
    () => queryClient.invalidateQueries({ queryKey: dataKey }),
    [queryClient, dataKey],
  );

  const model = useMemo<ReviewModel>(() => {
    const answerOf = (questionId: string) =>
      review.answers[questionId] ?? emptyAnswer();
    const send = (
      questionId: string,
      state: AnswerState,
      revision?: number,
    ) => {
      // What is being fetched does not know of this answer yet.
      void queryClient.cancelQueries({ queryKey: dataKey });
      update(old => withAnswer(old, lens, questionId, state, levels));
      saver.save(questionId, revision ?? answerOf(questionId).revision, state);
    };
    let readOnlyReason: ReviewModel['readOnlyReason'];
    if (isPast) readOnlyReason = 'past';
    else if (isPreview) readOnlyReason = undefined;
    else if (definition.status === 'ARCHIVED') readOnlyReason = 'archived';
    else if (!data.may.update) readOnlyReason = 'permission';
    return {
      workload,
      review,
      lens,
      definition,
      canUpdate: !readOnlyReason,
      readOnlyReason,
      isPreview,
      upgradeTo: data.upgradeTo,
      waivers: data.waivers,
      dueAt: data.dueAt,
      mayApprove: data.may.approve && !isPast && !isPreview,
      answerOf,
      answer(questionId, change) {
        const before = stateOf(answerOf(questionId));
        const stack = undoStates.current.get(questionId) ?? [];
        undoStates.current.set(questionId, [...stack, before].slice(-20));
        send(questionId, { ...before, ...change });
      },
      undo(questionId) {
        const state = undoStates.current.get(questionId)?.pop();
        if (state) send(questionId, state);
      },
      canUndo: questionId =>
        (undoStates.current.get(questionId)?.length ?? 0) > 0,
      saveOf: questionId => saves[questionId] ?? IDLE,
      isSaving: Object.values(saves).some(({ status }) => status === 'saving'),
      resolveConflict(questionId, whose) {
        const conflict = saves[questionId]?.conflict;
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
        setSaves(old => ({ ...old, [questionId]: IDLE }));
      },
      reload,
    };
  }, [
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
    review,
    saver,
    saves,
    update,
    workload,
  ]);

  return <Context.Provider value={model}>{children}</Context.Provider>;
}
