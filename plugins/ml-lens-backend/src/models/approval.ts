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
 * Whether a version waits for approval, or has been rejected, as systems say it:
 * `PendingManualApproval`, `Rejected`.
 */
export function isNotApproved(approval: string | undefined): boolean {
  return /reject|pending/i.test(approval ?? '');
}
