// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What is wrong with a line of a history file.
 * @public
 */
export interface HistoryProblem {
  /** Line of the file, or document of an AWS file, from 1. */
  line: number;
  code: string;
  message: string;
}
