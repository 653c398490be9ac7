// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  GateRequest,
  GateState,
  MlLensRequest,
  MlLensResponse,
  ReportedEvidence,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type CompiledLens,
  initialReviewState,
  type ReviewState,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { gatesOf, type LensGate } from '@ml-lens/lens-model/gates';
import type { Knex } from 'knex';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { ConfiguredGate } from '../config';
import { presentOf } from '../clock';
import type { Deps } from '../deps';
import { StaleWriteError } from '../errors';
import { EvidenceStore } from '../evidence/EvidenceStore';
import { toReportedEvidence } from '../evidence/views';
import {
  currentReview,
  pastReview,
  type ReviewMoment,
  scoredBy,
} from '../reviews/reviewAt';
import { noReview, type ReviewKey } from '../reviews/ReviewStore';
import type { LockedReview } from '../reviews/ReviewWriter';
import { WaiverStore } from '../waivers/WaiverStore';
import { basisOf, type GateMoment, requirementsOf } from './basis';
import { checkConditions, planConditions } from './conditions';
import {
  type GateRequestRow,
  GateStore,
  openRequest,
  toRequest,
} from './GateStore';
import { nextGate } from './nextGate';

/** A request at a gate of a review. */
type RequestKey = ReviewKey & { gateId: string; number: string };

/**
 * Gates of reviews. Whoever may change a review asks; somebody else, who may
 * decide, says whether the work goes on. What a decision rests on is kept with
 * it, so that it says the same for ever.
 */
export class GateService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'clock' | 'knex' | 'lenses' | 'reviews' | 'writer'
    > & {
      /** Gates of the company. */
      configured: readonly ConfiguredGate[];
    },
  ) {}

  /**
   * The gates of a review, now or as they were.
   *
   * @throws NotFoundError when no version of the lens is published
   */
  async list(
    key: ReviewKey,
    at: string | undefined,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'listGates'>> {
    const { access, knex } = this.deps;
    const moment = await this.#moment(key, at);
    const [request, decide, requests] = await Promise.all([
      access.may(key.workloadId, 'update', credentials),
      access.may(key.workloadId, 'decide', credentials),
      moment.reviewId === undefined
        ? new Map<string, GateRequest[]>()
        : new GateStore(knex).list(moment.reviewId, moment.at),
    ]);
    const items = gatesOf(moment.lens, this.deps.configured).map(
      (gate): GateState => {
        const requirements = requirementsOf(gate, moment);
        const asked = requests.get(gate.id) ?? [];
        return {
          gate,
          status: asked.at(0)?.status ?? null,
          met: requirements.every(({ met }) => met),
          requirements,
          requests: asked,
        };
      },
    );
    return {
      items,
      next: nextGate(items)?.gate.id ?? null,
      at: moment.at,
      may: { request, decide },
    };
  }

  /**
   * Asks to let the work go on.
   *
   * @throws NotFoundError when the review has no such gate
   * @throws ConflictError when a request at the gate waits already
   */
  async request(
    { gateId, ...key }: ReviewKey & { gateId: string },
    body: MlLensRequest<'requestGate'>['body'],
    credentials: CallerCredentials,
  ): Promise<GateRequest> {
    const by = actorOf(credentials);
    let row: GateRequestRow | undefined;
    await this.deps.writer.write(
      key.workloadId,
      key.lensId,
      async ({ lens, row: review, tx }) => {
        const gate = this.#gate(lens, gateId);
        const store = new GateStore(tx);
        const { review_id: reviewId } = review;
        row = openRequest({
          review_id: reviewId,
          gate_id: gateId,
          number: await store.nextNumber(reviewId, gateId),
          comment: body.comment ?? '',
          requested_at: presentOf(this.deps.clock, review.last_at),
          requested_by: by,
        });
        if (!(await store.add(row))) {
          throw new ConflictError(
            `A request at the gate '${gateId}' waits for its decision already`,
          );
        }
        const { number, comment } = row;
        return [
          {
            type: 'GATE_REQUESTED',
            phaseId: gate.phase,
            after: { gate: gateId, name: gate.name, number, comment },
            by,
            source: 'USER',
          },
        ];
      },
    );
    return toRequest(row!, row!.requested_at);
  }

  /**
   * Decides on a request, or takes it back.
   *
   * @throws NotFoundError when there is no such request
   * @throws NotAllowedError for a decision on one's own request, or by somebody
   *   who may not decide; for taking back by somebody who may not ask
   * @throws InputError for conditions that cannot be
   * @throws StaleWriteError when it is decided or taken back already
   */
  async decide(
    { gateId, number, ...key }: RequestKey,
    body: MlLensRequest<'decideGate'>['body'],
    credentials: CallerCredentials,
  ): Promise<GateRequest> {
    const by = actorOf(credentials);
    const { access } = this.deps;
    await access.requireWorkload(
      key.workloadId,
      body.decision === 'WITHDRAWN' ? 'update' : 'decide',
      credentials,
    );
    let decided: GateRequestRow | undefined;
    await this.deps.writer.write(key.workloadId, key.lensId, async review => {
      const { tx } = review;
      const store = new GateStore(tx);
      const row = await this.#row(store, review, gateId, number);
      if (row.status !== 'OPEN') {
        throw new StaleWriteError(
          `The request waits for no decision: it is ${row.status}`,
          toRequest(row, row.decided_at!),
          body,
        );
      }
      if (body.decision !== 'WITHDRAWN' && row.requested_by === by) {
        throw new NotAllowedError(
          'You asked at this gate yourself; somebody else has to decide',
        );
      }
      const at = presentOf(this.deps.clock, review.row.last_at);
      const conditions = body.conditions ?? [];
      checkConditions(review.lens, body.decision, conditions, at);
      const gate = this.#gate(review.lens, gateId);
      const basis = basisOf(gate, await this.#held(review, at));
      decided = await store.decide(row, {
        status: body.decision,
        decided_at: at,
        decided_by: by,
        decision_comment: body.comment?.trim() || null,
        conditions: JSON.stringify(conditions),
        basis: JSON.stringify(basis),
      });
      await planConditions(tx, review.row.review_id, conditions, { at, by });
      return [
        {
          type: 'GATE_DECIDED',
          phaseId: gate.phase,
          before: { status: row.status },
          after: {
            gate: gateId,
            name: gate.name,
            number: row.number,
            decision: body.decision,
            comment: body.comment?.trim() ?? '',
            conditions,
            requirements: basis.requirements,
          },
          by,
          source: 'USER',
        },
      ];
    });
    return toRequest(decided!, decided!.decided_at!);
  }

  /** @throws NotFoundError when the review has no such gate */
  #gate(lens: CompiledLens, gateId: string): LensGate {
    const gate = gatesOf(lens, this.deps.configured).find(
      ({ id }) => id === gateId,
    );
    if (!gate) {
      throw new NotFoundError(
        `The lens '${lens.id}' version '${lens.version}' has no gate '${gateId}'`,
      );
    }
    return gate;
  }

  async #row(
    store: GateStore,
    { row: review }: LockedReview,
    gateId: string,
    number: string,
  ): Promise<GateRequestRow> {
    if (!/^[1-9]\d{0,8}$/.test(number)) {
      throw new InputError(
        `Invalid path: number: '${number}' is no number of a request`,
      );
    }
    const row = await store.get(review.review_id, gateId, Number(number));
    if (!row) {
      throw new NotFoundError(
        `There is no request ${number} at the gate '${gateId}'`,
      );
    }
    return row;
  }

  /** A review that is being written, with what is known beside it. */
  async #held(
    { lens, row, state, tx }: LockedReview,
    at: string,
  ): Promise<GateMoment> {
    const scorecard = this.#scorecard(lens, state);
    const moment = { lens, state, scorecard };
    return {
      at,
      ...moment,
      ...(await this.#beside(tx, row.review_id, moment, at)),
    };
  }

  #scorecard(lens: CompiledLens, state: ReviewState) {
    return scoredBy(lensAt(lens, state.lastAt), state, this.deps.lenses);
  }

  async #moment(
    key: ReviewKey,
    requested: string | undefined,
  ): Promise<GateMoment & { reviewId?: string }> {
    const { lenses, reviews } = this.deps;
    const now = this.deps.clock();
    const row = await reviews.review(key.workloadId, key.lensId);
    if (!row) {
      const lens = await lenses.latestPublished(key.lensId);
      if (!lens) {
        throw noReview(key.workloadId, key.lensId);
      }
      const state = initialReviewState(lens.version);
      const scorecard = this.#scorecard(lens, state);
      const at = requested ? new Date(requested).toISOString() : now;
      return { at, lens, state, scorecard, waivers: [], evidence: [] };
    }
    const sources = { store: reviews, lenses };
    const at = requested
      ? new Date(requested).toISOString()
      : presentOf(this.deps.clock, row.last_at);
    const moment =
      row.last_at === null || row.last_at <= at
        ? await currentReview(sources, row)
        : await pastReview(sources, row, at);
    return {
      at,
      reviewId: row.review_id,
      ...moment,
      ...(await this.#beside(this.deps.knex, row.review_id, moment, at)),
    };
  }

  async #beside(
    knex: Knex,
    reviewId: string,
    moment: ReviewMoment,
    at: string,
  ): Promise<Pick<GateMoment, 'waivers' | 'evidence'>> {
    const [waivers, evidence] = await Promise.all([
      new WaiverStore(knex).liveAt(reviewId, at),
      new EvidenceStore(knex).list(reviewId),
    ]);
    return {
      waivers: waivers.filter(({ status }) => status === 'APPROVED'),
      evidence: evidence
        .filter(row => row.observed_at <= at)
        .map((row): ReportedEvidence => toReportedEvidence(row, moment, at)),
    };
  }
}
