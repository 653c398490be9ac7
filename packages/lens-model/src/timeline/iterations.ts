import type { Iteration, PhaseStatus } from '../model';

/** Who did what when: the part of an event an iteration remembers. */
interface Moment {
  at: string;
  by: string;
}

/** Status of a phase before and after an event. */
export interface StatusChange {
  before: PhaseStatus;
  after: PhaseStatus;
}

/**
 * What an answer does to the iterations of its phase. It opens one when none is
 * open and either none exists or the phase is not complete any more, and it
 * completes the open one when it leaves the phase complete.
 */
export function afterAnswer(
  iterations: readonly Iteration[],
  { after }: StatusChange,
  moment: Moment,
): readonly Iteration[] {
  const opens =
    !openOf(iterations) && (iterations.length === 0 || after !== 'COMPLETE');
  const next = opens ? [...iterations, open(iterations, moment)] : iterations;
  return after === 'COMPLETE'
    ? replaceOpen(next, {
        ...end(moment),
        completedAt: moment.at,
        status: after,
      })
    : replaceOpen(next, { status: shown(after) });
}

/**
 * What a new lens version does to the iterations of a phase: it opens none, and
 * completes the open one only when the version itself makes the phase complete.
 * An iteration begun by hand in a complete phase waits for its answers.
 */
export function afterUpgrade(
  iterations: readonly Iteration[],
  { before, after }: StatusChange,
  moment: Moment,
): readonly Iteration[] {
  return after === 'COMPLETE' && before !== 'COMPLETE'
    ? replaceOpen(iterations, {
        ...end(moment),
        completedAt: moment.at,
        status: after,
      })
    : replaceOpen(iterations, { status: shown(after) });
}

/**
 * Starts an iteration by hand: an open one ends there with the status it has.
 */
export function startByHand(
  iterations: readonly Iteration[],
  status: PhaseStatus,
  reason: string,
  moment: Moment,
): readonly Iteration[] {
  return [
    ...replaceOpen(iterations, end(moment)),
    { ...open(iterations, moment), status: shown(status), reason },
  ];
}

function openOf(iterations: readonly Iteration[]): Iteration | undefined {
  const last = iterations.at(-1);
  return last?.endedAt === null ? last : undefined;
}

function open(iterations: readonly Iteration[], { at, by }: Moment): Iteration {
  return {
    number: iterations.length + 1,
    startedAt: at,
    startedBy: by,
    completedAt: null,
    endedAt: null,
    status: 'IN_PROGRESS',
  };
}

function end({ at }: Moment): Partial<Iteration> {
  return { endedAt: at };
}

function replaceOpen(
  iterations: readonly Iteration[],
  change: Partial<Iteration>,
): readonly Iteration[] {
  const last = openOf(iterations);
  return last
    ? [...iterations.slice(0, -1), { ...last, ...change }]
    : iterations;
}

/** Somebody has begun, so a bar never says "not started". */
function shown(status: PhaseStatus): PhaseStatus {
  return status === 'NOT_STARTED' ? 'IN_PROGRESS' : status;
}
