import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { LensLevel } from '../lens/document';
import type { MatrixCell, Risk, Scope, Scorecard } from '../model';
import { DEFAULT_LEVELS, levelOf } from './levels';
import { measureScope } from './measures';

/**
 * The scorecard of a review: the lens as a whole, every pillar and every phase
 * in the lens's order, and every cell of pillar × phase that holds a question.
 *
 * @param risks - risk of a question; asked for the lens's questions only
 * @param levels - the ladder; the lens's own, else {@link DEFAULT_LEVELS}
 * @public
 */
export function scorecardOf(
  lens: CompiledLens,
  risks: (questionId: string) => Risk,
  levels: readonly LensLevel[] = lens.document.levels ?? DEFAULT_LEVELS,
): Scorecard {
  const inPillar = groupBy(lens.questions, question => question.pillarId);
  const inPhase = groupBy(lens.questions, question => question.phaseId);
  const total = figures(lens.questions, risks);

  const scope = (id: string, questions: CompiledQuestion[] = []): Scope => ({
    id,
    ...figures(questions, risks),
  });

  return {
    ...total,
    level: levelOf({ ...total, high: total.counts.HIGH }, levels),
    pillars: lens.pillars.map(({ id }) => scope(id, inPillar.get(id))),
    phases: lens.phases.map(({ id }) => scope(id, inPhase.get(id))),
    matrix: lens.pillars.flatMap(pillar => {
      const cells = groupBy(
        inPillar.get(pillar.id) ?? [],
        question => question.phaseId,
      );
      return lens.phases.flatMap((phase): MatrixCell[] => {
        const questions = cells.get(phase.id);
        return questions
          ? [
              {
                pillar: pillar.id,
                phase: phase.id,
                ...figures(questions, risks),
              },
            ]
          : [];
      });
    }),
  };
}

function figures(
  questions: readonly CompiledQuestion[],
  risks: (questionId: string) => Risk,
) {
  const { score, coverage, counts } = measureScope(questions, risks);
  return { score, coverage, counts };
}

function groupBy<K>(
  questions: readonly CompiledQuestion[],
  keyOf: (question: CompiledQuestion) => K,
): Map<K, CompiledQuestion[]> {
  const groups = new Map<K, CompiledQuestion[]>();
  for (const question of questions) {
    const key = keyOf(question);
    const group = groups.get(key);
    if (group) {
      group.push(question);
    } else {
      groups.set(key, [question]);
    }
  }
  return groups;
}
