// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Tells the present instant: RFC 3339 in UTC with milliseconds, as the tables
 * have it, so that instants compare as texts.
 */
export type Clock = () => string;

/** The clock of the machine. */
export const systemClock: Clock = () => new Date().toISOString();

/** Now; what was written while the clock lagged is part of what is true now. */
export function presentOf(clock: Clock, lastAt: string | null): string {
  const now = clock();
  return lastAt !== null && lastAt > now ? lastAt : now;
}

/** The instant some milliseconds after another one. */
export function laterBy(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The day of an instant, in UTC. */
export function dayOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}
