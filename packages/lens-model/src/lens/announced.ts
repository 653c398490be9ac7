// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { AnswerState } from '../model';
import type { CompiledLens, CompiledQuestion } from './compile';

/**
 * A practice that counts from a day on.
 * @public
 */
export interface AnnouncedPractice {
  questionId: string;
  choiceId: string;
  /** A day (UTC), as `2027-01-01`: it counts from its beginning. */
  countsFrom: string;
}

/** What a lens announces, and how it is judged as its days pass. */
interface Announcements {
  base: CompiledLens;
  practices: readonly AnnouncedPractice[];
  /** Ascending, each once. */
  days: readonly string[];
  /** The lens by how many of the days have come. */
  views: CompiledLens[];
}

const known = new WeakMap<CompiledLens, Announcements>();

function announcementsOf(lens: CompiledLens): Announcements {
  const found = known.get(lens);
  if (found) {
    return found;
  }
  const practices = lens.questions.flatMap(({ id, choices }) =>
    choices.flatMap(({ id: choiceId, countsFrom }) =>
      countsFrom === undefined
        ? []
        : [{ questionId: id, choiceId, countsFrom }],
    ),
  );
  const days = [...new Set(practices.map(one => one.countsFrom))].sort();
  const made = { base: lens, practices, days, views: [] };
  known.set(lens, made);
  return made;
}

/**
 * A lens as it judges at an instant: practices whose day has not come do not
 * count. The same lens where it announces nothing, or all of it counts; and the
 * same one for all instants between two of its days.
 *
 * @param lens - of any instant
 * @param at - RFC 3339; null for before everything, when nothing announced
 *   counts
 * @public
 */
export function lensAt(lens: CompiledLens, at: string | null): CompiledLens {
  const announcements = announcementsOf(lens);
  const { base, days, views } = announcements;
  if (days.length === 0) {
    return base;
  }
  const today = at === null ? '' : dayOf(at);
  const passed = days.filter(day => day <= today).length;
  if (passed === days.length) {
    return base;
  }
  views[passed] ??= viewOf(announcements, passed);
  return views[passed];
}

/**
 * What a lens announces, in its order.
 *
 * @param at - only what does not count yet then; all of it where left out
 * @public
 */
export function announcedOf(
  lens: CompiledLens,
  at?: string,
): AnnouncedPractice[] {
  const today = at === undefined ? '' : dayOf(at);
  return announcementsOf(lens).practices.filter(
    ({ countsFrom }) => countsFrom > today,
  );
}

/**
 * The days on which announced practices of a lens begin to count, ascending.
 * @public
 */
export function countingDaysOf(lens: CompiledLens): readonly string[] {
  return announcementsOf(lens).days;
}

/**
 * What of an answer counts: practices that are announced stand aside, in place
 * or not, as those that do not apply.
 */
export function countedAnswer<S extends AnswerState | undefined>(
  { announced }: Pick<CompiledQuestion, 'announced'>,
  state: S,
): S {
  if (!state || announced.size === 0) {
    return state;
  }
  return {
    ...state,
    selectedChoices: state.selectedChoices.filter(id => !announced.has(id)),
    notApplicableChoices: [
      ...state.notApplicableChoices.filter(
        ({ choiceId }) => !announced.has(choiceId),
      ),
      ...[...announced].map(choiceId => ({
        choiceId,
        reason: 'NONE' as const,
      })),
    ],
  };
}

function viewOf(announcements: Announcements, passed: number): CompiledLens {
  const { base, days, practices } = announcements;
  const waiting = practices.filter(one => one.countsFrom >= days[passed]);
  const questions = base.questions.map(question => {
    const announced = waiting
      .filter(({ questionId }) => questionId === question.id)
      .map(({ choiceId }) => choiceId);
    return announced.length === 0
      ? question
      : { ...question, announced: new Set(announced) };
  });
  const byId = new Map(questions.map(question => [question.id, question]));
  const view: CompiledLens = {
    ...base,
    questions,
    question: id => byId.get(id),
  };
  known.set(view, announcements);
  return view;
}

function dayOf(at: string): string {
  return DateTime.fromISO(at, { zone: 'utc' }).toISODate() ?? '';
}
