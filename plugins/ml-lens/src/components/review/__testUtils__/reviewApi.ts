// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type EntityReview,
  type Review,
  type WorkloadDetails,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type HistoryLine,
  type Milestone,
  type WorkloadProfile,
  emptyAnswer,
  emptyAnswerState,
  evaluateAnswer,
  phaseStatesOf,
  replay,
  reviewStandings,
  scorecardOf,
} from '@ml-lens/lens-model';
import { progressOf } from '@ml-lens/lens-model/due';
import type { Proposal } from '@ml-lens/lens-model/proposals';
import {
  type MlLensApiMock,
  mlLensApiMock,
} from '../../../testing/mlLensApiMock';
import type { ReviewFixture } from './fixture';
import { FixtureEvents } from './FixtureEvents';
import { withLink } from './withLink';

const NO_PROFILE: WorkloadProfile = {
  revision: 0,
  layer: null,
  skill: null,
  timeToMarket: null,
  customization: null,
  updatedAt: null,
  updatedBy: null,
};

class FixtureReviews {
  readonly #fixture: ReviewFixture;
  #links: ReviewFixture['links'];
  #proposals: Proposal[];
  readonly #kept: FixtureEvents;
  readonly #profiles = new Map<string, WorkloadProfile>();

  constructor(fixture: ReviewFixture) {
    this.#fixture = fixture;
    this.#links = fixture.links;
    this.#proposals = fixture.proposals ?? [];
    this.#kept = new FixtureEvents(fixture);
    for (const line of fixture.history) this.#record(line);
  }

  answer(operation: string, { path, query, body }: any): unknown {
    switch (operation) {
      case 'getEntityReview':
        return this.#entityReview(path.name, query?.lens, query?.at);
      case 'listLinks':
        return this.#links;
      case 'listModels':
      case 'putModelClaim':
        return {
          items: this.#fixture.models,
          claims: this.#fixture.claims,
          may: { decide: true },
        };
      case 'putLink':
        this.#links = withLink(this.#links!, path.entityRef, body.state);
        return this.#links;
      case 'listProposals': {
        const items = this.#openProposals().filter(
          ({ questionId }) => (query.question ?? questionId) === questionId,
        );
        return { items, totalItems: items.length, pageInfo: {} };
      }
      case 'decideProposal':
      case 'undoProposal':
        return this.#decide(path, operation === 'undoProposal' ? null : body);
      case 'getProfile':
        return this.#profileOf(path.workloadId);
      case 'putProfile':
        return this.#putProfile(path.workloadId, body);
      case 'putAnswer': {
        const { revision: _revision, ...after } = body;
        this.#kept.append(path, {
          type: 'ANSWERED',
          questionId: path.questionId,
          after: {
            notApplicableChoices: [],
            notApplicable: null,
            notes: '',
            evidence: [],
            ...after,
          },
        });
        const { answers, scorecard, phases } = this.#review(
          path.workloadId,
          path.lensId,
        );
        return { answer: answers[path.questionId], scorecard, phases };
      }
      case 'startIteration':
        this.#kept.append(path, {
          type: 'ITERATION_STARTED',
          phaseId: path.phaseId,
          after: body,
        });
        return { phases: this.#review(path.workloadId, path.lensId).phases };
      case 'putPhaseTarget':
        this.#kept.append(path, {
          type: 'TARGET_SET',
          phaseId: path.phaseId,
          after: body,
        });
        return { phases: this.#review(path.workloadId, path.lensId).phases };
      case 'putReviewPhase':
        this.#kept.append(path, {
          type: 'PHASE_SET',
          phaseId: body.phase,
          after: body,
        });
        return {};
      case 'confirmAnswer':
        this.#fixture.toConfirm = this.#fixture.toConfirm?.filter(
          ({ questionId }) => questionId !== path.questionId,
        );
        return {};
      case 'listGates':
        return (
          this.#fixture.gates ?? {
            items: [],
            next: null,
            at: this.#fixture.now,
            may: { request: false, decide: false },
          }
        );
      case 'requestGate':
      case 'decideGate':
        return {};
      default:
        throw new Error(`${operation} is not part of the fixture`);
    }
  }

  #openProposals(): Proposal[] {
    return this.#proposals.filter(({ status }) => status === 'OPEN');
  }

  /** Null takes the decision back. */
  #decide(path: any, body: any) {
    const proposal = this.#proposals.find(({ id }) => id === path.proposalId)!;
    const status = {
      ACCEPT: 'ACCEPTED',
      CHANGE: 'CHANGED',
      REJECT: 'REJECTED',
    };
    const { questionId } = proposal;
    const state = { ...emptyAnswerState(), ...(body?.answer ?? proposal) };
    const review = () => this.#review(path.workloadId, path.lensId);
    if (
      body?.decision !== 'REJECT' &&
      (body || proposal.status !== 'REJECTED')
    ) {
      this.#kept.append(path, {
        type: 'ANSWERED',
        questionId,
        after: {
          ...emptyAnswerState(),
          selectedChoices: body ? state.selectedChoices : [],
        },
        ...(body && {
          proposal: { id: proposal.id, agent: proposal.agent.name },
        }),
      });
    }
    const { answers, scorecard, phases } = review();
    const decided: Proposal = {
      ...proposal,
      status: body
        ? (status[body.decision as keyof typeof status] as 'ACCEPTED')
        : 'OPEN',
      basedOn: answers[questionId].revision,
    };
    this.#proposals = this.#proposals.map(each =>
      each === proposal ? decided : each,
    );
    return {
      proposal: decided,
      answer: answers[questionId],
      scorecard,
      phases,
    };
  }

  #record(line: HistoryLine) {
    if (line.type === 'profile') {
      const { revision } = this.#profileOf(line.workload);
      this.#profiles.set(line.workload, {
        revision: revision + 1,
        layer: line.layer ?? null,
        skill: line.skill ?? null,
        timeToMarket: line.timeToMarket ?? null,
        customization: line.customization ?? null,
        updatedAt: line.at,
        updatedBy: line.by,
      });
      return;
    }
    this.#kept.record(line);
  }

  #profileOf(workloadId: string): WorkloadProfile {
    return this.#profiles.get(workloadId) ?? NO_PROFILE;
  }

  #putProfile(workloadId: string, body: WorkloadProfile): WorkloadProfile {
    const { revision } = this.#profileOf(workloadId);
    if (body.revision !== revision) {
      throw Object.assign(new Error('Stale profile'), { statusCode: 409 });
    }
    const profile = {
      ...body,
      revision: revision + 1,
      updatedAt: this.#fixture.now,
      updatedBy: this.#fixture.user ?? 'user:default/mika',
    };
    this.#profiles.set(workloadId, profile);
    return profile;
  }

  #workload(id: string): WorkloadDetails | undefined {
    const workload = this.#fixture.workloads.find(({ id: own }) => own === id);
    if (!workload) return undefined;
    const base = {
      description: null,
      owner: null,
      system: null,
      lifecycle: null,
      awsWorkloadArn: null,
      orphaned: false,
      ...workload,
      domain: null,
      entityRef: `component:default/${id}`,
      entityRefs: [`component:default/${id}`],
      tags: [],
      profile: this.#profileOf(id),
      problems: this.#fixture.problems ?? [],
    };
    return { ...base, reviews: [] };
  }

  #review(workloadId: string, lensId: string, at?: string): Review {
    const { lens, events: all } = this.#kept.stored(workloadId, lensId);
    const instant = at ?? this.#fixture.now;
    const events = all.filter(event => event.at <= instant);
    const lensOf = () => lens;
    const state = replay(lensOf, events, lens.version);
    return {
      workload: this.#workload(workloadId)!,
      lens: {
        id: lens.id,
        version: lens.version,
        name: lens.document.name,
      },
      at: instant,
      answers: Object.fromEntries(
        [...state.answers].map(([id, record]) => [
          id,
          {
            ...emptyAnswer(),
            ...record.state,
            ...evaluateAnswer(lens.question(id)!, record.state),
            revision: record.revision,
            updatedAt: record.updatedAt,
            updatedBy: record.updatedBy,
            ...(record.proposal && { proposal: record.proposal }),
          },
        ]),
      ),
      scorecard: scorecardOf(
        lens,
        reviewStandings(state),
        undefined,
        progressOf(lens, state),
      ),
      phases: phaseStatesOf(lens, state, instant),
      toConfirm: this.#fixture.toConfirm ?? [],
      milestones: events
        .filter(({ type }) => type === 'MILESTONE_RECORDED')
        .map((event): Milestone => {
          const then = replay(lensOf, events.slice(0, event.seq), lens.version);
          const { score, coverage, level } = scorecardOf(
            lens,
            reviewStandings(then),
          );
          return {
            ...(event.after as Pick<Milestone, 'id' | 'name' | 'note'>),
            recordedAt: event.at,
            recordedBy: event.by,
            lensVersion: event.lensVersion,
            score,
            coverage,
            level,
          };
        }),
    };
  }

  #entityReview(id: string, lensId?: string, at?: string): EntityReview {
    const { mayUpdate = true, problems = [] } = this.#fixture;
    const workload = this.#workload(id);
    const may = {
      update: mayUpdate,
      approve: mayUpdate,
      links: Boolean(this.#fixture.links),
    };
    const known = workload?.lenses.filter(lens =>
      this.#kept.definitions.has(lens),
    );
    const chosen = known?.find(lens => lens === lensId) ?? known?.[0];
    if (!workload || !chosen) {
      return {
        workload: workload ?? null,
        review: null,
        lens: null,
        upgradeTo: null,
        waivers: [],
        openProposals: 0,
        models: [],
        dueAt: null,
        liveTopic: null,
        problems,
        may,
      };
    }
    const reviews = known!.map(lens => {
      const review = this.#review(id, lens, at);
      const { pillars, phases, matrix, ...brief } = review.scorecard;
      const updatedAt = this.#kept.stored(id, lens).events.at(-1)?.at ?? null;
      return { lens: review.lens, ...brief, updatedAt };
    });
    return {
      workload: { ...workload, reviews },
      review: this.#review(id, chosen, at),
      lens: this.#kept.definitions.get(chosen)!,
      upgradeTo: null,
      waivers: [],
      openProposals: this.#openProposals().length,
      models: this.#fixture.models ?? [],
      dueAt: null,
      liveTopic: null,
      problems,
      may,
    };
  }
}

/**
 * The review operations of the API over events in memory, with the same domain
 * functions as the server. For tests and for the development app.
 */
export function reviewApiMock(fixture: ReviewFixture): MlLensApiMock {
  const reviews = new FixtureReviews(fixture);
  return mlLensApiMock({}, (operation, request) =>
    reviews.answer(operation, request),
  );
}
