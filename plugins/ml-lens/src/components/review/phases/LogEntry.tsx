// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { Quote } from '../../shared/LensMarkdown';
import { Who } from '../../shared/Who';
import { useReviewFrame } from '../model';

export function LogEntry(props: { request: GateRequest }) {
  const { request } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { basis, conditions, decidedAt, decidedBy, status } = request;
  const unmet = basis?.requirements.filter(({ met }) => !met).length ?? 0;
  return (
    <li>
      {t('phases.gate.askedBy', {
        who: <Who actor={request.requestedBy} />,
        when: format.dateTime(request.requestedAt),
      })}
      {request.comment && <Quote text={request.comment} />}
      {decidedAt && (
        <>
          {!request.comment && ' · '}
          {t('phases.gate.decidedBy', {
            what: <strong>{t(`phases.gate.status.${status}`)}</strong>,
            who: <Who actor={decidedBy ?? ''} />,
            when: format.dateTime(decidedAt),
          })}
          {basis &&
            ` · ${t('phases.gate.basis', {
              seq: String(basis.seq),
              met: String(basis.requirements.length - unmet),
              of: String(basis.requirements.length),
            })}`}
          {request.decisionComment && <Quote text={request.decisionComment} />}
        </>
      )}
      {conditions.length > 0 && (
        <ul>
          {conditions.map(({ questionId, choiceId, dueDate }) => (
            <li key={`${questionId}/${choiceId}`}>
              {lens.question(questionId)?.choice(choiceId)?.title ?? choiceId} ·{' '}
              {t('phases.gate.until', { date: format.date(dueDate) })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
