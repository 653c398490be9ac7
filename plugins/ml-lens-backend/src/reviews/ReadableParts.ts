// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  isLinkProblem,
  type AnnotationProblem,
  type Workload,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import type { EntityLink } from '../workloads/EntityLinks';

/**
 * What is said of a workload's entities: nothing of those that the caller may
 * not read.
 */
export class ReadableParts {
  constructor(private readonly deps: Pick<Deps, 'access' | 'workloads'>) {}

  /** A workload that names only entities the caller may read. */
  async workload<W extends Workload>(
    workload: W,
    credentials: CallerCredentials,
  ): Promise<W> {
    const { entityRef, entityRefs, problems } = workload;
    const readable = await this.#readable(
      [
        ...entityRefs,
        ...(entityRef === null ? [] : [entityRef]),
        ...problems.map(problem => problem.entityRef),
      ],
      credentials,
    );
    return {
      ...workload,
      entityRef:
        entityRef !== null && readable.has(entityRef) ? entityRef : null,
      entityRefs: entityRefs.filter(ref => readable.has(ref)),
      problems: problems.filter(problem => readable.has(problem.entityRef)),
    };
  }

  /** Those of the problems that are about entities the caller may read. */
  async problems(
    problems: readonly AnnotationProblem[],
    credentials: CallerCredentials,
  ): Promise<AnnotationProblem[]> {
    const readable = await this.#readable(
      problems.map(({ entityRef }) => entityRef),
      credentials,
    );
    return problems.filter(({ entityRef }) => readable.has(entityRef));
  }

  /**
   * The problems of an entity that belongs to no workload; who may allow its
   * link is said to those who may see the workload it names.
   */
  async pending(
    { namedWorkloadId, problems }: EntityLink,
    credentials: CallerCredentials,
  ): Promise<AnnotationProblem[]> {
    if (
      !namedWorkloadId ||
      !(await this.deps.access.may(namedWorkloadId, 'read', credentials))
    ) {
      return problems;
    }
    const { owner } = await this.deps.workloads.workload(namedWorkloadId);
    return problems.map(problem =>
      owner !== null && isLinkProblem(problem)
        ? { ...problem, mayAllow: owner }
        : problem,
    );
  }

  async #readable(
    entityRefs: readonly string[],
    credentials: CallerCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    return refs.length === 0
      ? new Set()
      : await this.deps.access.readableEntities(refs, credentials);
  }
}
