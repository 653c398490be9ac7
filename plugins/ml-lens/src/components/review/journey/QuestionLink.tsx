// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import styles from './Journey.module.css';

/** Leads to the answer of a question. */
export function ToQuestion(props: {
  questionId: string;
  'aria-label'?: string;
  children: ReactNode;
}) {
  const { questionId, children } = props;
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  // Filters could hide the question, so they make way.
  for (const key of ['view', 'pillar', 'phase', 'risk', 'q', 'gate']) {
    next.delete(key);
  }
  next.set('question', questionId);
  return (
    <Link
      className={styles.question}
      to={{ search: next.toString() }}
      aria-label={props['aria-label']}
      preventScrollReset
    >
      {children}
    </Link>
  );
}

/** The title of a question; leads to its answer. */
export function QuestionLink(props: { questionId: string; title: string }) {
  const { questionId, title } = props;
  const { t } = useMlLensTranslation();
  return (
    <ToQuestion
      questionId={questionId}
      aria-label={t('review.history.openQuestion', { title })}
    >
      {title}
    </ToQuestion>
  );
}
