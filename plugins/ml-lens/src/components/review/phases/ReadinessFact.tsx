// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useSearchParams } from 'react-router-dom';
import { isDue } from '@ml-lens/lens-model/due';
import { useGates } from './usePhases';
import { useMlLensTranslation } from '../../../translation';
import { ToQuestion, QuestionLink } from '../journey/QuestionLink';
import { useReview, useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';
import journeyStyles from '../journey/Journey.module.css';

/** The gate the review comes to next; leads to where somebody asks or decides. */
function NextGate() {
  const { lens } = useReview();
  const { t } = useMlLensTranslation();
  const { data } = useGates();
  const [params] = useSearchParams();
  const next = data?.items.find(item => item.gate.id === data.next);
  if (!next) return null;
  const { gate, requirements, status } = next;
  const { name } =
    lens.document.gates?.find(({ id }) => id === gate.id) ?? gate;
  const search = new URLSearchParams(params);
  search.delete('view');
  search.set('gate', gate.id);
  return (
    <Link
      className={journeyStyles.question}
      to={{ search: search.toString() }}
      preventScrollReset
    >
      {status === 'OPEN'
        ? t('phases.gate.nextOpen', { name })
        : t(status === 'NO_GO' ? 'phases.gate.nextNoGo' : 'phases.gate.next', {
            name,
            met: String(requirements.filter(({ met }) => met).length),
            of: String(requirements.length),
          })}
    </Link>
  );
}

/**
 * Questions that are due in the phase the review is in and that nobody has
 * answered: what entering it asks for. Gone once they are.
 */
function DueNow() {
  const { lens, review, isPreview } = useReview();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { currentPhase } = review.scorecard;
  const phase = lens.phases.find(({ id }) => id === currentPhase);
  const open = lens.questions.filter(
    ({ id }) =>
      review.answers[id]?.risk === 'UNANSWERED' &&
      isDue(lens, currentPhase, id),
  );
  if (!phase || isPreview || open.length === 0) return null;
  return (
    // Whoever comes for the phase comes for these.
    <details
      key={String(url.phase === currentPhase)}
      open={url.phase === currentPhase}
    >
      <summary>
        {t('phases.dueNow', { count: open.length, phase: phase.name })}
      </summary>
      <ul className={styles.dueList}>
        {open.map(({ id, title }) => (
          <li key={id}>
            <QuestionLink questionId={id} title={title} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * What is due, answered and open, and beside it, hatched, what is not due yet:
 * that is counted apart and lowers no readiness.
 */
function DueBar() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const { counts, notDue } = review.scorecard.due;
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  const parts = [
    { kind: 'answered', size: answered },
    { kind: 'open', size: counts.UNANSWERED },
    { kind: 'later', size: notDue.questions },
  ].filter(({ size }) => size > 0);
  return (
    <span
      className={`${looks.bar} ${styles.bar}`}
      role="img"
      aria-label={t('phases.dueBar', {
        answered: String(answered),
        due: String(answered + counts.UNANSWERED),
        later: String(notDue.questions),
      })}
    >
      {parts.map(({ kind, size }) => (
        <span key={kind} data-kind={kind} style={{ flexGrow: size }} />
      ))}
    </span>
  );
}

/** The readiness beside the score: of what is due in the phase the review is in. */
export function ReadinessFact() {
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const { readiness, currentPhase, due } = review.scorecard;
  if (lens.phases.length === 0) return null;
  const phase =
    lens.phases.find(({ id }) => id === currentPhase) ?? lens.phases[0];
  return (
    <div className={`${looks.tight} ${styles.readiness}`}>
      <span>
        <strong>
          {t('phases.readiness', {
            readiness: readiness === null ? '–' : String(readiness),
          })}
        </strong>{' '}
        <span className={looks.muted}>
          {t(currentPhase === null ? 'phases.before' : 'phases.inPhase', {
            phase: phase.name,
          })}
        </span>
      </span>
      <DueBar />
      {due.notDue.practices > 0 && (
        <span className={looks.muted}>
          {t('phases.notDue', {
            count: due.notDue.practices,
            questions: String(due.notDue.questions),
          })}
        </span>
      )}
      <DueNow />
      {review.toConfirm.length > 0 && (
        <ToQuestion questionId={review.toConfirm[0].questionId}>
          {t('phases.toConfirm', {
            count: new Set(review.toConfirm.map(one => one.questionId)).size,
          })}
        </ToQuestion>
      )}
      <NextGate />
    </div>
  );
}
