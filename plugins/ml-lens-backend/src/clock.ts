/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */

/**
 * Tells the present instant: RFC 3339 in UTC with milliseconds, as the tables
 * have it, so that instants compare as texts.
 */
export type Clock = () => string;

/** The clock of the machine. */
export const systemClock: Clock = () => new Date().toISOString();

/** The day of an instant, in UTC. */
export function dayOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}
