// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion, ReviewEvent } from '@ml-lens/lens-model';
import {
  RiArrowUpCircleLine,
  RiBox3Line,
  RiCheckboxLine,
  RiCheckDoubleLine,
  RiFlag2Fill,
  RiFocus3Line,
  RiMapPinLine,
  RiMegaphoneLine,
  RiQuestionLine,
  RiRestartLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Quote, useFormat } from '../../../shared';
import { useReviewFrame, useReviewUrl } from '../../model';
import { RestsOn } from '../../proposals';
import { QuestionLink } from '../QuestionLink';
import { Who } from '../../../shared/Who';
import { ChangeList } from './ChangeList';
import { type ChangeLine, changeLines } from './changeLines';
import { verbOf } from './eventWords';
import looks from '../../../shared/looks.module.css';
import styles from './History.module.css';
import { stateChange } from './stateChange';

const ICONS = {
  ANSWERED: RiCheckboxLine,
  ITERATION_STARTED: RiRestartLine,
  TARGET_SET: RiFocus3Line,
  MILESTONE_RECORDED: RiFlag2Fill,
  LENS_UPGRADED: RiArrowUpCircleLine,
  PHASE_SET: RiMapPinLine,
  CONFIRMED: RiCheckDoubleLine,
  MODEL_VERSION_REPORTED: RiBox3Line,
  PRACTICES_COUNTED: RiMegaphoneLine,
  GATE_REQUESTED: RiQuestionLine,
  GATE_DECIDED: RiShieldCheckLine,
};

/** Title of a choice; the id where the lens no longer has it. */
export function choiceTitle(question: CompiledQuestion | undefined) {
  return (choiceId: string) => question?.choice(choiceId)?.title ?? choiceId;
}

function QuestionTitle(props: { questionId: string }) {
  const { questionId } = props;
  const { lens } = useReviewFrame();
  const question = lens.question(questionId);
  return question ? (
    <QuestionLink questionId={questionId} title={question.title} />
  ) : (
    <strong>{questionId}</strong>
  );
}

/** `after` of an event, whichever it is; the server checks what it takes. */
interface EventPayload {
  reason?: string;
  targetDate?: string | null;
  name?: string;
  note?: string;
  lensVersion?: string;
  version?: string;
  questions?: string[];
  practices?: string[];
  comment?: string;
  decision?: 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO' | 'WITHDRAWN';
  answers?: Record<string, unknown>;
}

/** A text as a detail, where there is one. */
function said(text: string | false | undefined): ChangeLine[] {
  return text ? [{ kind: 'other', text }] : [];
}

/** Who did what, and the details. */
function useEventWords(event: ReviewEvent, isOfOneQuestion: boolean) {
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const after = (event.after ?? {}) as EventPayload;
  const who = <Who actor={event.by} />;
  const phase = (
    <strong>
      {lens.phases.find(({ id }) => id === event.phaseId)?.name ??
        event.phaseId}
    </strong>
  );
  let sentence: ReactNode;
  let lines: ChangeLine[] = [];
  switch (event.type) {
    case 'ANSWERED': {
      const questionId = event.questionId ?? '';
      const change = stateChange(event.before, event.after);
      sentence = isOfOneQuestion
        ? who
        : t(`review.history.${verbOf(event, change)}`, {
            who,
            what: <QuestionTitle questionId={questionId} />,
          });
      lines = changeLines(change, choiceTitle(lens.question(questionId)), t);
      break;
    }
    case 'ITERATION_STARTED':
      sentence = t('review.history.iteration', { who, what: phase });
      lines = said(after.reason);
      break;
    case 'TARGET_SET': {
      const { targetDate } = after;
      sentence = targetDate
        ? t('review.history.targetSet', {
            who,
            what: phase,
            date: format.date(targetDate),
          })
        : t('review.history.targetCleared', { who, what: phase });
      break;
    }
    case 'CONFIRMED': {
      const questionId = event.questionId ?? '';
      sentence = isOfOneQuestion
        ? t('review.history.confirmedThis', { who })
        : t('review.history.confirmed', {
            who,
            what: <QuestionTitle questionId={questionId} />,
          });
      lines = changeLines(
        stateChange(event.before, event.after),
        choiceTitle(lens.question(questionId)),
        t,
      );
      break;
    }
    case 'PRACTICES_COUNTED':
      sentence = t('review.history.practicesCounted', {
        count: after.practices?.length ?? 0,
      });
      break;
    case 'MODEL_VERSION_REPORTED':
      sentence = t('review.history.modelVersion', {
        who,
        what: (
          <strong>
            {after.name} {after.version}
          </strong>
        ),
      });
      lines = said(
        t('review.history.modelVersionDoubts', {
          count: after.questions?.length ?? 0,
        }),
      );
      break;
    case 'GATE_REQUESTED':
    case 'GATE_DECIDED':
      sentence = t(
        `review.history.gate.${
          event.type === 'GATE_REQUESTED' ? 'ASKED' : after.decision ?? 'GO'
        }`,
        { who, what: <strong>{after.name}</strong> },
      );
      lines = said(after.comment);
      break;
    case 'PHASE_SET':
      sentence = event.phaseId
        ? t('review.history.phaseSet', { who, what: phase })
        : t('review.history.phaseCleared', { who });
      break;
    case 'MILESTONE_RECORDED': {
      const { name, note } = after;
      sentence = t('review.history.milestone', {
        who,
        what: <strong>{name}</strong>,
      });
      lines = said(note);
      break;
    }
    default: {
      const version = (event.before as { lensVersion?: string } | null)
        ?.lensVersion;
      const count = Object.keys(after.answers ?? {}).length;
      sentence = t('review.history.upgraded', {
        who,
        what: <strong>{after.lensVersion}</strong>,
      });
      lines = [
        ...said(version && t('review.history.upgradedFrom', { version })),
        ...said(count > 0 && t('review.history.upgradedAnswers', { count })),
      ];
    }
  }
  return { sentence, lines };
}

/** One event of the history. */
export function EventItem(props: {
  event: ReviewEvent;
  /** In the history of one question, whose title need not be said. */
  isOfOneQuestion?: boolean;
}) {
  const { event, isOfOneQuestion = false } = props;
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { sentence, lines } = useEventWords(event, isOfOneQuestion);
  const Icon = ICONS[event.type];
  const isPlainNote = event.type === 'MILESTONE_RECORDED';
  const when = format.dateTime(event.at);
  return (
    <li className={styles.event}>
      <span
        className={styles.icon}
        data-strong={event.type !== 'ANSWERED'}
        aria-hidden
      >
        <Icon size={14} />
      </span>
      <div className={`${looks.tight} ${styles.body}`}>
        <div className={styles.sentence}>{sentence}</div>
        {isPlainNote || event.type === 'ITERATION_STARTED' ? (
          lines.map(({ text }) => <Quote key={text} text={text} />)
        ) : (
          <ChangeList lines={lines} />
        )}
        <div className={`${looks.line} ${looks.small}`}>
          <button
            type="button"
            className={`${looks.plain} ${styles.time}`}
            title={t('review.history.look')}
            onClick={() => set({ at: event.at }, { push: true })}
          >
            {when}
          </button>
          <span>{format.relative(event.at)}</span>
          {event.source !== 'USER' && (
            <span>{t(`review.history.source.${event.source}`)}</span>
          )}
          <RestsOn proposal={event.proposal} />
        </div>
      </div>
    </li>
  );
}
