// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GateRequest,
  ReportedEvidence,
  Waiver,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens, ReviewState, Scorecard } from '@ml-lens/lens-model';
import {
  evaluateGate,
  type GateRequirement,
  type LensGate,
} from '@ml-lens/lens-model/gates';

/** A review, and all that is known beside its answers, at one moment. */
export interface GateMoment {
  at: string;
  lens: CompiledLens;
  state: Pick<ReviewState, 'answers' | 'lastSeq'>;
  scorecard: Scorecard;
  /** In force. */
  waivers: readonly Waiver[];
  evidence: readonly ReportedEvidence[];
}

/** What a gate asks for, and whether it was so then. */
export function requirementsOf(
  gate: LensGate,
  { evidence, lens, state, waivers }: GateMoment,
): GateRequirement[] {
  return evaluateGate(lens, gate, {
    stateOf: id => state.answers.get(id)?.state,
    waived: waivers.map(({ questionId }) => questionId),
    evidence,
  });
}

/** What a decision at that moment rests on. */
export function basisOf(
  gate: LensGate,
  moment: GateMoment,
): NonNullable<GateRequest['basis']> {
  const { at, evidence, lens, scorecard, state, waivers } = moment;
  return {
    seq: state.lastSeq,
    at,
    lensVersion: lens.version,
    gate,
    requirements: requirementsOf(gate, moment),
    score: scorecard.score,
    readiness: scorecard.readiness,
    coverage: scorecard.coverage,
    currentPhase: scorecard.currentPhase,
    counts: scorecard.counts,
    waivers: waivers.map(({ id, questionId, expiresAt }) => ({
      id,
      questionId,
      expiresAt,
    })),
    evidence: evidence.map(piece => ({
      id: piece.id,
      questionId: piece.questionId,
      choiceId: piece.choiceId,
      title: piece.title,
      verdict: piece.verdict,
      observedAt: piece.observedAt,
      stale: piece.stale,
      contradictsAnswer: piece.contradictsAnswer,
    })),
  };
}
