// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateRequirement } from '@ml-lens/lens-model/gates';
import { RiCheckboxCircleLine, RiCloseCircleLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat } from '../../shared';
import { useReviewFrame } from '../model';

export function Requirement(props: { requirement: GateRequirement }) {
  const { kind, met, needed, found, choiceId, questionIds } = props.requirement;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const Icon = met ? RiCheckboxCircleLine : RiCloseCircleLine;
  const colour = RISK_APPEARANCE[met ? 'NONE' : 'HIGH'].solid;
  const share = kind === 'COVERAGE';
  return (
    <li>
      <Icon
        size={16}
        color={colour}
        role="img"
        aria-label={t(met ? 'phases.gate.met' : 'phases.gate.notMet')}
      />
      {t(`phases.gate.require.${kind}`, {
        needed: share ? format.percent(needed) : String(needed),
        found: share ? format.percent(found) : String(found),
        practice:
          (choiceId &&
            lens.question(questionIds[0] ?? '')?.choice(choiceId)?.title) ||
          choiceId ||
          '',
      })}
    </li>
  );
}
