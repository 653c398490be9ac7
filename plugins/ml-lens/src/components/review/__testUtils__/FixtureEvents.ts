// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDefinition } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type CompiledLens,
  type HistoryLine,
  type LensDocument,
  type ReviewEvent,
  compileLens,
  countLens,
} from '@ml-lens/lens-model';
import type { ReviewFixture } from './fixture';

interface StoredReview {
  lens: CompiledLens;
  events: ReviewEvent[];
}

/** Lenses of a fixture, and the events of its reviews. */
export class FixtureEvents {
  readonly definitions: Map<string, LensDefinition>;
  readonly #reviews = new Map<string, StoredReview>();

  constructor(private readonly fixture: ReviewFixture) {
    this.definitions = new Map(
      fixture.documents.map(document => {
        const definition = definitionOf(document, fixture.now);
        return [definition.id, definition];
      }),
    );
  }

  stored(workloadId: string, lensId: string): StoredReview {
    const key = `${workloadId}/${lensId}`;
    let stored = this.#reviews.get(key);
    if (!stored) {
      const definition = this.definitions.get(lensId);
      if (!definition) throw new Error(`No lens ${lensId} in the fixture`);
      stored = { lens: compileLens(definition, definition), events: [] };
      this.#reviews.set(key, stored);
    }
    return stored;
  }

  append(
    path: { workloadId: string; lensId: string },
    event: Pick<ReviewEvent, 'type' | 'after'> & Partial<ReviewEvent>,
  ) {
    const { lens, events } = this.stored(path.workloadId, path.lensId);
    events.push({
      seq: events.length + 1,
      at: this.fixture.now,
      by: this.fixture.user ?? 'user:default/mika',
      source: 'USER',
      lensVersion: lens.version,
      questionId: null,
      phaseId: null,
      before: null,
      ...event,
    });
  }

  /** What a line of a history file says of a review. */
  record(line: Exclude<HistoryLine, { type: 'profile' }>) {
    if (!this.definitions.has(line.lens)) return;
    const path = { workloadId: line.workload, lensId: line.lens };
    const common = { at: line.at, by: line.by };
    switch (line.type) {
      case 'answer':
        this.append(path, {
          ...common,
          type: 'ANSWERED',
          questionId: line.question,
          after: {
            selectedChoices: line.selectedChoices,
            notApplicableChoices: line.notApplicableChoices ?? [],
            notApplicable: line.notApplicable ?? null,
            notes: line.notes ?? '',
            evidence: line.evidence ?? [],
          },
        });
        break;
      case 'target':
        this.append(path, {
          ...common,
          type: 'TARGET_SET',
          phaseId: line.phase,
          after: { targetDate: line.targetDate },
        });
        break;
      case 'iteration':
        this.append(path, {
          ...common,
          type: 'ITERATION_STARTED',
          phaseId: line.phase,
          after: { reason: line.reason },
        });
        break;
      case 'milestone':
        this.append(path, {
          ...common,
          type: 'MILESTONE_RECORDED',
          after: {
            id: `${line.workload}-${line.at}`,
            name: line.name,
            note: line.note ?? '',
          },
        });
        break;
      default:
        throw new TypeError(`The fixture has no line '${line.type}'`);
    }
  }
}

function definitionOf(document: LensDocument, now: string): LensDefinition {
  return {
    ...document,
    id: document.id ?? 'lens',
    version: document.version ?? '1',
    status: 'PUBLISHED',
    isMajor: true,
    origin: 'builtin',
    counts: countLens(document),
    createdAt: now,
    createdBy: 'user:default/platform',
    publishedAt: now,
    archivedAt: null,
  };
}
