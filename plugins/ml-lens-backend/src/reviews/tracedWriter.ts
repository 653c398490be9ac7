// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { traceMethods, type Tracing } from '../tracing';
import type { ReviewWriter, WrittenReview } from './ReviewWriter';

/** A writer whose writes are spans, whichever way they go. */
export function tracedWriter(
  tracing: Tracing,
  writer: ReviewWriter,
): ReviewWriter {
  const span = {
    name: 'ml_lens.review.write',
    asked: (_workload: string, lens: string) => ({ 'ml_lens.lens': lens }),
    found: ({ changed }: WrittenReview) => ({ 'ml_lens.changed': changed }),
  };
  return traceMethods(tracing, writer, { write: span, append: span });
}
