// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { ModelEvent } from './timeDomain';
import type { TimelineModelMark } from './timelinePicture';

/** Closer than this, in pixels, two marks are one. */
const MERGE = 18;

/** What is shown of several, first. */
const BY_URGENCY: readonly ModelEvent['kind'][] = [
  'ALARM',
  'APPROVAL',
  'VERSION',
  'CALM',
];

/** What became of the models of a workload, as a review has it. */
export function modelEventsOf(
  models: readonly {
    name: string;
    title?: string;
    changes?: Omit<ModelEvent, 'model'>[];
  }[],
  until: string,
): ModelEvent[] {
  return models
    .flatMap(({ name, title, changes = [] }) =>
      changes.map(change => ({ ...change, model: title ?? name })),
    )
    .filter(({ at }) => at <= until)
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Marks of the events that lie in the picture. */
export function modelMarksOf(
  events: readonly ModelEvent[],
  domain: [Date, Date],
  x: (date: Date) => number,
  y: number,
): TimelineModelMark[] {
  const marks: TimelineModelMark[] = [];
  for (const event of events) {
    const date = DateTime.fromISO(event.at).toJSDate();
    if (date >= domain[0] && date <= domain[1]) {
      const last = marks.at(-1);
      const at = x(date);
      if (last && at - last.x < MERGE) {
        last.events.push(event);
        last.shows = BY_URGENCY.find(kind =>
          last.events.some(one => one.kind === kind),
        )!;
      } else {
        marks.push({
          kind: 'model',
          id: `model/${event.model}/${event.kind}/${event.at}`,
          events: [event],
          shows: event.kind,
          x: at,
          y,
        });
      }
    }
  }
  return marks;
}
