// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Something wrong, or worth knowing, at one place of a lens file.
 * @public
 */
export interface LensProblem {
  /** JSON pointer of the place; empty for the whole document. */
  pointer: string;
  /** One of `LENS_PROBLEM_CODES`. */
  code: string;
  /** Of a warning that is for information: nothing needs to be done. */
  information?: true;
  /** What is wrong, and what to do. */
  message: string;
  /** What the message names, for those who say it in another language. */
  params?: Record<string, string | number>;
  /** 1-based place in the text, where the text is known. */
  line?: number;
  column?: number;
}
