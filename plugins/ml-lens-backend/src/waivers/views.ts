/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { WaiverRow } from './WaiverStore';

/**
 * A waiver as it was at an instant after it was asked for. One whose time is
 * over counts as expired from that moment on, whenever the task that ends it
 * comes by.
 */
export function toWaiver(row: WaiverRow, at: string): Waiver {
  const decided = row.decided_at !== null && row.decided_at <= at;
  return {
    id: row.waiver_id,
    questionId: row.question_id,
    ...standing(row, decided, at),
    reason: row.reason,
    expiresAt: row.expires_at,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    decidedAt: decided ? row.decided_at : null,
    decidedBy: decided ? row.decided_by : null,
    decisionNote: decided ? row.decision_note : null,
  };
}

function standing(
  row: WaiverRow,
  decided: boolean,
  at: string,
): Pick<Waiver, 'status' | 'endedAt'> {
  if (row.ended_at !== null && row.ended_at <= at) {
    return { status: row.status, endedAt: row.ended_at };
  }
  if (row.expires_at <= at) {
    return { status: 'EXPIRED', endedAt: row.expires_at };
  }
  return { status: decided ? 'APPROVED' : 'REQUESTED', endedAt: null };
}
