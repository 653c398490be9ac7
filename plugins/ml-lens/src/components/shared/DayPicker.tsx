// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker } from '@backstage/ui';
import {
  type CalendarDate,
  getLocalTimeZone,
  parseDate,
  today,
} from '@internationalized/date';
import { useRef, useState } from 'react';
import { dayOf, instantOf, isPlausibleDay } from './days';

function isSegment(element: Element) {
  return element.getAttribute('role') === 'spinbutton';
}

/**
 * Chooses a day; gives the instant it ended, and nothing for today. A day that
 * is typed counts once the field is left or Enter is pressed, since every digit
 * of it makes a valid date.
 */
export function DayPicker(props: {
  label: string;
  /** RFC 3339; undefined for now. */
  value: string | undefined;
  onPick(instant: string | undefined): void;
  className?: string;
}) {
  const { label, value, onPick, className } = props;
  const current = dayOf(value ?? new Date().toISOString());
  const [draft, setDraft] = useState<string>();
  // The calendar closes in the same breath as it gives its date.
  const latest = useRef<string>();
  const change = (day: string | undefined) => {
    latest.current = day;
    setDraft(day);
  };
  const commit = () => {
    const day = latest.current;
    change(undefined);
    if (day && day !== current && isPlausibleDay(day)) onPick(instantOf(day));
  };
  return (
    <span
      role="presentation"
      // The field keeps its keys to itself.
      onKeyDownCapture={event => {
        if (event.key !== 'Enter' || !isSegment(event.target as Element)) {
          return;
        }
        // Or it would press what gets the focus once the day is shown.
        event.preventDefault();
        commit();
      }}
    >
      <DatePicker
        className={className}
        size="small"
        aria-label={label}
        value={parseDate(draft ?? current) as CalendarDate}
        maxValue={today(getLocalTimeZone())}
        shouldForceLeadingZeros
        onChange={date => date && change(date.toString())}
        onOpenChange={isOpen => !isOpen && commit()}
        onBlur={commit}
      />
    </span>
  );
}
