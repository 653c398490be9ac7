// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';

import type {
  CompiledLens,
  HistoryProblem,
  ParsedHistoryLine,
  WorkloadProfile,
  HistoryLine,
} from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { problemOfLayer } from '../reviews/stackLayers';
import type { WorkloadStore } from '../workloads/WorkloadStore';

/** A line that sets the profile of a workload. */
export type ProfileLine = {
  line: number;
  value: Extract<HistoryLine, { type: 'profile' }>;
};

/** The profile lines of a file by workload, in the order of the file. */
export function groupProfiles(
  lines: readonly ParsedHistoryLine[],
): Map<string, ProfileLine[]> {
  const profiles = lines.flatMap(({ line, value }) =>
    value.type === 'profile' ? [{ line, value }] : [],
  );
  return Map.groupBy(profiles, ({ value }) => value.workload);
}

/** Names the lines whose layer none of the workload's lenses has. */
export function unknownLayers(
  profiles: ReadonlyMap<string, readonly ProfileLine[]>,
  lensesOf: (workloadId: string) => readonly CompiledLens[],
): HistoryProblem[] {
  return [...profiles].flatMap(([workloadId, lines]) => {
    const lenses = lensesOf(workloadId);
    return lines.flatMap(({ line, value }) => {
      const message = problemOfLayer(value.layer, lenses);
      return message ? [{ line, code: 'UNKNOWN_LAYER', message }] : [];
    });
  });
}

/**
 * Sets the profiles of a file; names the lines that are earlier than what a
 * workload has. What a workload has already is not set again.
 *
 * @returns how many lines of each workload were new, and what is wrong
 * @throws ConflictError when somebody sets one of the profiles meanwhile
 */
export async function importProfiles(
  tx: Knex.Transaction,
  workloads: Pick<WorkloadStore, 'workload' | 'saveProfile'>,
  profiles: ReadonlyMap<string, readonly ProfileLine[]>,
): Promise<{ set: Map<string, number>; problems: HistoryProblem[] }> {
  const problems: HistoryProblem[] = [];
  const set = new Map<string, number>();
  for (const [workloadId, all] of profiles) {
    const { profile } = await workloads.workload(workloadId, tx);
    // Those up to the one that is in force were imported with it.
    const lines = all.slice(
      all.findLastIndex(({ value }) => isInForce(value, profile)) + 1,
    );
    if (lines.length === 0) {
      continue;
    }
    for (const { line, value } of lines) {
      if (profile.updatedAt !== null && value.at < profile.updatedAt) {
        problems.push({
          line,
          code: 'BEFORE_EXISTING',
          message: `at ${value.at} is earlier than ${profile.updatedAt}, when the profile was last set`,
        });
      }
    }
    const last = lines[lines.length - 1].value;
    const saved = await workloads.saveProfile(
      tx,
      workloadId,
      profile.revision,
      {
        layer: last.layer ?? null,
        skill: last.skill ?? null,
        timeToMarket: last.timeToMarket ?? null,
        customization: last.customization ?? null,
        updatedAt: last.at,
        updatedBy: last.by,
      },
      lines.length,
    );
    if (!saved) {
      throw new ConflictError(
        `The profile of '${workloadId}' is just being set by somebody else; try again`,
      );
    }
    set.set(workloadId, lines.length);
  }
  return { set, problems };
}

function isInForce(
  line: Extract<HistoryLine, { type: 'profile' }>,
  profile: WorkloadProfile,
): boolean {
  return (
    line.at === profile.updatedAt &&
    line.by === profile.updatedBy &&
    (line.layer ?? null) === profile.layer &&
    (line.skill ?? null) === profile.skill &&
    (line.timeToMarket ?? null) === profile.timeToMarket &&
    (line.customization ?? null) === profile.customization
  );
}
