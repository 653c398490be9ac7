// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** The name in an entity ref: `user:default/mika.sato` → `mika.sato`. */
export function refName(ref: string | null): string {
  return ref?.split('/').pop() ?? '';
}
