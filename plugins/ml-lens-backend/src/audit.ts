// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** What an audit event says about a change. */
export interface AuditEvent {
  /** The kind of thing changed, e.g. `answer-mutate`, `lens-mutate`. */
  eventId: string;
  /** What was done to it, e.g. `update`, `publish`; becomes `meta.actionType`. */
  actionType: string;
  severityLevel?: AuditorServiceEventSeverityLevel;
  /** Ids only: never the text of answers or documents. */
  meta?: JsonObject;
}

/**
 * Runs a change and leaves exactly one audit event: `success`, with the facts
 * the change added through `addMeta`, or `fail` with the error, which is
 * thrown on.
 */
export async function withAudit<T>(
  auditor: AuditorService,
  event: AuditEvent,
  request: Request<any, any, any, any, any> | undefined,
  change: (addMeta: (meta: JsonObject) => void) => Promise<T>,
): Promise<T> {
  const auditEvent = await auditor.createEvent({
    eventId: event.eventId,
    severityLevel: event.severityLevel ?? 'medium',
    ...(request && { request }),
    meta: { actionType: event.actionType, ...event.meta },
  });
  const added: JsonObject = {};
  let result: T;
  try {
    result = await change(meta => Object.assign(added, meta));
  } catch (error) {
    await auditEvent.fail({ error: toError(error), meta: added });
    throw error;
  }
  await auditEvent.success({ meta: added });
  return result;
}
