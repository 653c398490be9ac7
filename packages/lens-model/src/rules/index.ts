// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { describeRule, type RuleWords } from './describe';
export type { RuleNode } from './node';
