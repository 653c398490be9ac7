// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Condition, ScanRule } from './ScanRules';

/** What shows that something is in place, whichever practice that is. */
export type Shown = Pick<ScanRule, 'note' | 'confidence' | 'when' | 'sameFile'>;

export const code = ['python/line', 'notebook/line'];
export const imports = (...modules: string[]): Condition => ({
  anyOf: modules.map(module => `import/${module}`),
});
export const calls = (match: string): Condition => ({ anyOf: code, match });
export const runs = (match: string): Condition => ({
  anyOf: ['workflow/line'],
  match,
});
export const resources = (...types: string[]): Condition => ({ anyOf: types });
export const settings = (match: string): Condition => ({
  anyOf: ['terraform/line'],
  match,
});
