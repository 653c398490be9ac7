// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What puts answers in doubt, so that somebody says that they are still true.
 *
 * @packageDocumentation
 */
export {
  answerAges,
  concerns,
  questionsChanged,
  questionsConcerned,
} from './confirm/reasons';
export {
  CONFIRM_REASONS,
  type ConfirmReason,
  type LensConfirm,
} from './lens/document';
