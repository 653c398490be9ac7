// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ProblemList } from '../problems';
import type { Entry } from './Entry';
import { checkPhaseId } from './phaseId';

/** A question that says from which phase it is due. */
export interface DueReference {
  /** The phase it belongs to. */
  phase: string;
  dueFrom: string;
  /** Of what it says. */
  pointer: string;
}

/** What is known of the lens when a question is checked. */
interface DueContext {
  /** Ids of the lens's phases, in their order. */
  phases: ReadonlyMap<string, unknown> | undefined;
  /** Filled in here. */
  dues: DueReference[];
  /** Filled in here: from which phase practices are due, by `question/choice`. */
  dueOf: Map<string, string>;
}

/**
 * Checks `dueFrom` of a question and of its choices: phases there are, and no
 * practice that is due before the question it is part of, since each would wait
 * for the other.
 */
export function checkDueFrom(
  question: Entry,
  choices: readonly Entry[],
  { phases, dues, dueOf }: DueContext,
): void {
  const phase = question.get('phase');
  const own = typeof phase === 'string' ? phase : undefined;
  const order = [...(phases?.keys() ?? [])];
  const dueFrom = checkPhaseId(question, 'dueFrom', order);
  const due = dueFrom ?? own;
  if (own !== undefined && order.includes(own)) {
    dues.push({
      phase: own,
      dueFrom: dueFrom ?? own,
      pointer: question.at(dueFrom === undefined ? 'phase' : 'dueFrom'),
    });
  }
  for (const choice of choices) {
    const from = checkPhaseId(choice, 'dueFrom', order);
    const said = from ?? due;
    if (said !== undefined) {
      dueOf.set(`${question.get('id')}/${choice.get('id')}`, said);
    }
    if (
      from !== undefined &&
      due !== undefined &&
      order.indexOf(from) < order.indexOf(due)
    ) {
      choice.error(
        'dueFrom',
        'CIRCULAR_DUE',
        `The practice is due from "${from}" but its question only from "${due}", so each waits for the other. Let the question be due from "${from}", or the practice later.`,
        { id: from, other: due },
      );
    }
  }
}

/**
 * Checks that no phases wait for each other: one that is entered with the
 * answers of its questions, all of which are due only from another phase, which
 * in turn waits for the first.
 */
export function checkDueCircles(
  problems: ProblemList,
  dues: readonly DueReference[],
): void {
  const byPhase = Map.groupBy(dues, due => due.phase);
  /** The phase that another waits for as a whole, by that other. */
  const waits = new Map<string, DueReference>();
  for (const [phase, [first, ...others]] of byPhase) {
    if (
      first.dueFrom !== phase &&
      others.every(({ dueFrom }) => dueFrom === first.dueFrom)
    ) {
      waits.set(phase, first);
    }
  }
  const done = new Set<string>();
  for (const start of waits.keys()) {
    const path: string[] = [];
    let phase: string = start;
    while (waits.has(phase) && !done.has(phase)) {
      done.add(phase);
      path.push(phase);
      phase = waits.get(phase)!.dueFrom;
    }
    if (path.includes(phase)) {
      const circle = path.slice(path.indexOf(phase));
      const { pointer } = waits.get(circle[0])!;
      problems.error(
        pointer,
        'CIRCULAR_DUE',
        `The phases ${[...circle, circle[0]]
          .map(id => `"${id.slice(0, 80)}"`)
          .join(
            ' → ',
          )} wait for each other: everything in each is due only from the next. Let something be due from its own phase.`,
        { id: circle[0].slice(0, 80), other: circle.at(-1)!.slice(0, 80) },
      );
    }
  }
}
