// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { errorText, statusOf } from '../../shared/failure';
import type { Translate } from '../../../translation';
import { NoAnswerError, type QuestionSave, type Retry } from './AnswerSaver';

/** Whether the same answer may be taken another time. */
export function retryOf(error: unknown): Retry {
  const status = statusOf(error);
  // Nobody is signed in anew without doing something.
  if (status === 401) return 'manual';
  if (status === undefined || status >= 500) return 'auto';
  return status === 408 || status === 429 ? 'auto' : 'never';
}

/** How long the server asks to be left alone, in milliseconds. */
export function retryAfterOf(error: unknown): number | undefined {
  const { response } = (error ?? {}) as { response?: Partial<Response> };
  const seconds = Number(response?.headers?.get?.('Retry-After') ?? NaN);
  return seconds >= 0 ? seconds * 1000 : undefined;
}

/** Why an answer is not saved and what becomes of it, in the reader's words. */
export function saveReason(t: Translate, save: QuestionSave): string {
  switch (save.status) {
    case 'unsent': {
      const status = statusOf(save.error);
      if (save.error instanceof NoAnswerError) return t('review.save.noAnswer');
      if (status === undefined) return t('review.save.unreachable');
      if (status === 503) return t('review.save.busy');
      return t(
        save.retry === 'manual'
          ? 'review.save.signedOut'
          : 'review.save.serverFailed',
      );
    }
    case 'refused': {
      const status = statusOf(save.error);
      if (status === 403 || status === 404) {
        return t('review.save.notAllowed');
      }
      return t('review.save.refused', { message: errorText(save.error) ?? '' });
    }
    case 'conflict':
      return t('review.save.conflict');
    default:
      return '';
  }
}

/** What became of an answer, where no one sees it beside the question. */
export function toastOf(t: Translate, save: QuestionSave) {
  return {
    status: save.status === 'refused' ? 'danger' : 'warning',
    title: t(
      save.status === 'refused'
        ? 'review.save.failedTitle'
        : 'review.save.keptTitle',
    ),
    description: saveReason(t, save),
    timeout: 10_000,
  } as const;
}
