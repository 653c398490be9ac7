// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker, Select, TextAreaField } from '@backstage/ui';
import { type CalendarDate, parseDate, today } from '@internationalized/date';
import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { LensGate } from '@ml-lens/lens-model/gates';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, SmallButton } from '../../shared';
import { useReview } from '../model';
import styles from './Phases.module.css';
import { useDecideGate, useRequestGate } from './usePhases';

type Condition = GateRequest['conditions'][number];

const COMMENT_MAX = 2084;
const DECISIONS = ['GO', 'GO_WITH_CONDITIONS', 'NO_GO'] as const;

/** Asks to pass a gate. */
export function AskDialog(props: { gate: LensGate; onClose(): void }) {
  const { gate, onClose } = props;
  const { t } = useMlLensTranslation();
  const [comment, setComment] = useState('');
  const { mutate, isPending } = useRequestGate(gate.id, onClose);
  return (
    <ActionDialog
      title={t('phases.gate.askTitle', { name: gate.name })}
      action={t('phases.gate.ask')}
      isPending={isPending}
      onAction={() => mutate(comment.trim())}
      onClose={onClose}
    >
      <TextAreaField
        label={t('phases.gate.comment')}
        value={comment}
        onChange={setComment}
        maxLength={COMMENT_MAX}
      />
    </ActionDialog>
  );
}

/** Practices that are not in place, as conditions name them. */
function useOpenPractices() {
  const { lens, answerOf } = useReview();
  return lens.questions.flatMap(question => {
    const answer = answerOf(question.id);
    const said = new Set([
      ...answer.selectedChoices,
      ...answer.notApplicableChoices.map(({ choiceId }) => choiceId),
    ]);
    return answer.notApplicable
      ? []
      : question.practices
          .filter(({ id }) => !said.has(id))
          .map(({ id }) => ({
            id: `${question.id}/${id}`,
            label: question.choice(id)?.title ?? id,
          }));
  });
}

/** Decides on what somebody else asked. */
export function DecideDialog(props: {
  gate: LensGate;
  request: GateRequest;
  onClose(): void;
}) {
  const { gate, request, onClose } = props;
  const { t } = useMlLensTranslation();
  const practices = useOpenPractices();
  const [decision, setDecision] = useState<(typeof DECISIONS)[number]>('GO');
  const [comment, setComment] = useState('');
  const [conditions, setConditions] = useState<Condition[]>([]);
  const { mutate, isPending } = useDecideGate(gate.id, request.number, onClose);
  const withConditions = decision === 'GO_WITH_CONDITIONS';
  const nameOf = ({ questionId, choiceId }: Condition) =>
    `${questionId}/${choiceId}`;
  const change = (index: number, to: Partial<Condition>) =>
    setConditions(
      conditions.map((one, at) => (at === index ? { ...one, ...to } : one)),
    );
  const add = () => {
    const taken = conditions.map(nameOf);
    const free = practices.find(({ id }) => !taken.includes(id));
    if (free) {
      const [questionId, choiceId] = free.id.split('/');
      const dueDate = DateTime.utc().plus({ days: 30 }).toISODate();
      setConditions([...conditions, { questionId, choiceId, dueDate }]);
    }
  };
  return (
    <ActionDialog
      title={t('phases.gate.decideTitle', { name: gate.name })}
      action={t(`phases.gate.status.${decision}`)}
      width={560}
      isDisabled={withConditions && conditions.length === 0}
      isPending={isPending}
      onAction={() =>
        mutate({
          decision,
          comment: comment.trim(),
          ...(withConditions && { conditions }),
        })
      }
      onClose={onClose}
    >
      <Select
        label={t('phases.gate.decision')}
        options={DECISIONS.map(id => ({
          id: id as string,
          label: t(`phases.gate.status.${id}`),
        }))}
        value={decision}
        onChange={value =>
          setDecision(DECISIONS.find(known => known === value) ?? 'GO')
        }
      />
      {withConditions &&
        conditions.map((condition, index) => (
          <div key={index} className={styles.condition}>
            <Select
              label={t('phases.gate.condition')}
              options={practices}
              value={nameOf(condition)}
              onChange={value => {
                const [questionId, choiceId] = String(value).split('/');
                change(index, { questionId, choiceId });
              }}
            />
            <DatePicker
              label={t('phases.gate.untilLabel')}
              value={parseDate(condition.dueDate) as CalendarDate}
              minValue={today('UTC')}
              onChange={value =>
                value && change(index, { dueDate: value.toString() })
              }
            />
          </div>
        ))}
      {withConditions && (
        <SmallButton
          isDisabled={conditions.length >= practices.length}
          onPress={add}
        >
          {t('phases.gate.addCondition')}
        </SmallButton>
      )}
      <TextAreaField
        label={t('phases.gate.comment')}
        value={comment}
        onChange={setComment}
        maxLength={COMMENT_MAX}
      />
    </ActionDialog>
  );
}
