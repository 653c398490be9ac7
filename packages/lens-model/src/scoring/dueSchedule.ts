// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';

/** From which phase on what is due, as places in the lens's order of phases. */
export interface DueSchedule {
  /** Place of a phase; the first for no phase, or one the lens does not have. */
  placeOf(phaseId: string | null): number;
  /** From where a question is due: the earliest of its practices. */
  question(question: CompiledQuestion): number;
  /** From where a practice of a question is due. */
  practice(question: CompiledQuestion, choiceId: string): number;
  /** Ascending places from which something of a question is due. */
  places(question: CompiledQuestion): readonly number[];
}

const schedules = new WeakMap<CompiledLens, DueSchedule>();

/** What a lens says about when things are due, worked out once. */
export function scheduleOf(lens: CompiledLens): DueSchedule {
  const known = schedules.get(lens) ?? makeSchedule(lens);
  schedules.set(lens, known);
  return known;
}

function makeSchedule({ phases, questions }: CompiledLens): DueSchedule {
  const order = new Map(phases.map(({ id }, place) => [id, place]));
  const placeOf = (phaseId: string | null | undefined) =>
    order.get(phaseId ?? '') ?? 0;
  const practices = new Map<string, Map<string, number>>();
  const places = new Map<string, number[]>();
  for (const { id, phaseId, practices: own, source, choice } of questions) {
    // What belongs to no phase is due from the beginning.
    const begins = placeOf(source.dueFrom ?? phaseId);
    const ofPractices = new Map(
      own.map(practice => {
        const { dueFrom } = choice(practice.id)!;
        return [
          practice.id,
          dueFrom === undefined ? begins : Math.max(begins, placeOf(dueFrom)),
        ];
      }),
    );
    practices.set(id, ofPractices);
    places.set(
      id,
      own.length === 0
        ? [begins]
        : [...new Set(ofPractices.values())].sort((a, b) => a - b),
    );
  }
  return {
    placeOf,
    question: ({ id }) => places.get(id)![0],
    practice: ({ id }, choiceId) =>
      practices.get(id)!.get(choiceId) ?? places.get(id)![0],
    places: ({ id }) => places.get(id)!,
  };
}
