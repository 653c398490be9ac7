// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { ModelChangeRow } from './rows';

/** What became of a model. */
export type ModelChange = Pick<ModelChangeRow, 'kind' | 'at' | 'text'>;

/**
 * What became of a model between what was known of it and what is said now. A
 * version is told at the time it was made, all else when it was seen; the clock
 * of a system that is ahead makes nothing happen in the future.
 *
 * @param before - undefined where nothing was known, null where it was not there
 */
export function changesBetween(
  before: MlLensModelFact | null | undefined,
  now: MlLensModelFact | null,
  at: string,
): ModelChange[] {
  const changes: ModelChange[] = [];
  const latest = now?.latest;
  const was = before?.latest;
  if (latest && latest.version !== was?.version) {
    const { createdAt } = latest;
    changes.push({
      kind: 'VERSION',
      at: createdAt < at ? createdAt : at,
      text: latest.version,
    });
  }
  if (
    latest?.approval !== undefined &&
    // What a version has from the beginning is no news of its own.
    latest.version === was?.version &&
    latest.approval !== was.approval
  ) {
    changes.push({ kind: 'APPROVAL', at, text: latest.approval });
  }
  return [...changes, ...alarmsBetween(before?.alarms, now?.alarms, at)];
}

/** An alarm that began and ended since is told as well, if it is remembered. */
function alarmsBetween(
  before: MlLensModelFact['alarms'],
  now: MlLensModelFact['alarms'],
  at: string,
): ModelChange[] {
  if (!now) {
    return [];
  }
  const isFiring = now.firing > 0;
  const wasFiring = (before?.firing ?? 0) > 0;
  if (isFiring !== wasFiring) {
    return [{ kind: isFiring ? 'ALARM' : 'CALM', at, text: null }];
  }
  const { lastFiredAt } = now;
  return !isFiring &&
    lastFiredAt !== undefined &&
    lastFiredAt < at &&
    (before?.lastFiredAt ?? '') < lastFiredAt
    ? [
        { kind: 'ALARM', at: lastFiredAt, text: null },
        { kind: 'CALM', at, text: null },
      ]
    : [];
}
