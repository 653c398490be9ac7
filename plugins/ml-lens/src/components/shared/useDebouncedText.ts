// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from 'react';

const DELAY_MS = 300;

/**
 * Text of a search box that is passed on once typing pauses, and follows the
 * value when that changes for another reason (a chip removed, Back).
 */
export function useDebouncedText(
  value: string,
  onChange: (value: string) => void,
) {
  const [text, setText] = useState(value);
  const timer = useRef<number>();
  const sent = useRef(value);
  // The address may have changed by the time the pause is over.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      window.clearTimeout(timer.current);
      setText(value);
    }
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const change = (next: string) => {
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => {
        sent.current = next;
        latest.current(next);
      },
      // Clearing is a decision, not typing.
      next === '' ? 0 : DELAY_MS,
    );
  };
  return [text, change] as const;
}
