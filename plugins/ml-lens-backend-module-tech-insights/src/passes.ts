/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { durationToMilliseconds } from '@backstage/types';
import type { FactTest } from './config';

/**
 * Whether a fact is what a rule asks for; undefined where there is no such fact
 * or it is of a kind that the test is not for.
 */
export function passes(
  test: FactTest,
  fact: unknown,
  now = Date.now(),
): boolean | undefined {
  if (fact === undefined || fact === null) {
    return undefined;
  }
  switch (test.type) {
    case 'equals':
      return typeof fact === typeof test.value
        ? fact === test.value
        : undefined;
    case 'atLeast':
      return typeof fact === 'number' ? fact >= test.value : undefined;
    case 'atMost':
      return typeof fact === 'number' ? fact <= test.value : undefined;
    case 'includes':
      return Array.isArray(fact) ? fact.includes(test.value) : undefined;
    case 'within': {
      const at = typeof fact === 'string' ? Date.parse(fact) : NaN;
      return Number.isNaN(at)
        ? undefined
        : at >= now - durationToMilliseconds(test.value);
    }
    default:
      return undefined;
  }
}
