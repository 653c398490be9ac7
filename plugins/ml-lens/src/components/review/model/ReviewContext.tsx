// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EntityReview,
  LensDefinition,
  Review,
  WorkloadDetails,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Answer, AnswerState, CompiledLens } from '@ml-lens/lens-model';
import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useSyncExternalStore,
} from 'react';
import type { AnswerSaver, QuestionSave } from './AnswerSaver';

/** A change of an answer, or how to make one of the answer as it stands. */
export type AnswerChange =
  | Partial<AnswerState>
  | ((before: AnswerState) => Partial<AnswerState>);

/**
 * What stays as it is while questions are answered. What needs no more is not
 * drawn anew with every click.
 */
export interface ReviewFrame {
  workload: WorkloadDetails;
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
  /** Proposals that wait for somebody. */
  openProposals: number;
  dueAt: EntityReview['dueAt'];
  models: EntityReview['models'];
  /** May decide on what others ask for: permission, and the present. */
  mayApprove: boolean;
  /** Shows at once, saves in the background; see `useSave` for how it went. */
  answer(questionId: string, change: AnswerChange): void;
  /** Puts the answer back as it was before the last change made here. */
  undo(questionId: string): void;
  canUndo(questionId: string): boolean;
  /** After a conflict: keep theirs, or save mine on top of it. */
  resolveConflict(questionId: string, keep: 'theirs' | 'mine'): void;
  /** Fetch the review again, e.g. after a target or an iteration changed. */
  reload(): Promise<void>;
  saver: AnswerSaver;
}

/** The review as it stands, anew with every answer. */
export interface ReviewState {
  review: Review;
  answerOf(questionId: string): Answer;
}

export const FrameContext = createContext<ReviewFrame | undefined>(undefined);
export const StateContext = createContext<ReviewState | undefined>(undefined);

function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('A review is used outside its ReviewProvider');
  }
  return value;
}

/** The review without its answers; drawn anew only when something else changes. */
export function useReviewFrame(): ReviewFrame {
  return present(useContext(FrameContext));
}

/** Everything about the review; drawn anew with every answer. */
export function useReview(): ReviewFrame & ReviewState {
  return { ...useReviewFrame(), ...present(useContext(StateContext)) };
}

/**
 * How saving the answer to a question goes, for who shows it: what fails is not
 * told of elsewhere then.
 */
export function useSave(questionId: string): QuestionSave {
  const { saver } = useReviewFrame();
  useEffect(() => saver.watch(questionId), [saver, questionId]);
  return useSyncExternalStore(
    saver.subscribe,
    useCallback(() => saver.saveOf(questionId), [saver, questionId]),
  );
}

/** Whether saving the answer to a question has failed and it is kept here. */
export function useIsUnsaved(questionId: string): boolean {
  const { saver } = useReviewFrame();
  return useSyncExternalStore(
    saver.subscribe,
    useCallback(() => {
      const { status } = saver.saveOf(questionId);
      return status === 'unsent' || status === 'conflict';
    }, [saver, questionId]),
  );
}

/** Whether an answer given here is still on its way, or kept to be sent again. */
export function useIsSaving(): boolean {
  const { saver } = useReviewFrame();
  return useSyncExternalStore(saver.subscribe, saver.isSaving);
}

/**
 * What is inside follows the review a moment later, so that the score beside a
 * click is on the screen before charts are drawn anew. Its children must be
 * memoized, or they are drawn at once all the same.
 */
export function DeferredReview(props: { children: ReactNode }) {
  const state = useDeferredValue(present(useContext(StateContext)));
  return (
    <StateContext.Provider value={state}>
      {props.children}
    </StateContext.Provider>
  );
}
