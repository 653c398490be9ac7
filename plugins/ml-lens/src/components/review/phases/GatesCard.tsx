// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Text } from '@backstage/ui';
import type {
  GateRequest,
  GateState,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import {
  type Appearance,
  Chip,
  RISK_APPEARANCE,
  STATUS_APPEARANCE,
  TitledCard,
  SmallButton,
} from '../../shared';
import { useMe } from '../plan/useMe';
import { useReviewFrame, useReviewUrl } from '../model';
import { AskDialog, DecideDialog } from './GateDialogs';
import { LogEntry } from './LogEntry';
import { Requirement } from './Requirement';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';
import { useDecideGate, useGates } from './usePhases';

const icon = { icon: RiShieldCheckLine };
/** How a decision looks. */
export const GATE_APPEARANCE: Record<GateRequest['status'], Appearance> = {
  OPEN: { ...STATUS_APPEARANCE.IN_PROGRESS, ...icon },
  GO: { ...RISK_APPEARANCE.NONE, ...icon },
  GO_WITH_CONDITIONS: { ...RISK_APPEARANCE.MEDIUM, ...icon },
  NO_GO: { ...RISK_APPEARANCE.HIGH, ...icon },
  WITHDRAWN: { ...STATUS_APPEARANCE.NOT_STARTED, ...icon },
};

/** Brings a gate into view that a link leads to, each time it is followed. */
function useBroughtIntoView(gateId: string) {
  const { url } = useReviewUrl();
  const { key } = useLocation();
  const isWanted = url.gate === gateId;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView?.({ block: 'center' });
  }, [isWanted, key]);
  return { ref: element, tabIndex: -1, 'aria-current': isWanted || undefined };
}

function Gate(props: {
  state: GateState;
  may: { request: boolean; decide: boolean };
}) {
  const { state, may } = props;
  const { gate, requests, requirements, status } = state;
  const { lens } = useReviewFrame();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const me = useMe();
  const [dialog, setDialog] = useState<'ask' | 'decide'>();
  const [latest] = requests;
  const { mutate, isPending } = useDecideGate(gate.id, latest?.number ?? 0);
  const phase = lens.phases.find(({ id }) => id === gate.phase);
  const localized =
    lens.document.gates?.find(({ id }) => id === gate.id) ?? gate;
  const isOpen = status === 'OPEN';
  const isMine = latest?.requestedBy === me;
  const close = () => setDialog(undefined);
  return (
    <li
      {...useBroughtIntoView(gate.id)}
      className={`${looks.stack} ${styles.gate}`}
      data-gate={gate.id}
    >
      <div className={looks.apart}>
        <span className={looks.row}>
          <Text as="h4" weight="bold">
            {localized.name}
          </Text>
          {status && (
            <Chip
              appearance={GATE_APPEARANCE[status]}
              label={t(`phases.gate.status.${status}`)}
            />
          )}
          <span className={looks.muted}>{phase?.name}</span>
        </span>
        {!url.at && (
          <span className={looks.row}>
            {isOpen && may.decide && !isMine && (
              <Button size="small" onPress={() => setDialog('decide')}>
                {t('phases.gate.decide')}
              </Button>
            )}
            {isOpen && may.request && (
              <SmallButton
                isDisabled={isPending}
                onPress={() => mutate({ decision: 'WITHDRAWN' })}
              >
                {t('phases.gate.withdraw')}
              </SmallButton>
            )}
            {!isOpen && may.request && (
              <SmallButton onPress={() => setDialog('ask')}>
                {t('phases.gate.ask')}
              </SmallButton>
            )}
          </span>
        )}
      </div>
      {localized.description && (
        <span className={looks.muted}>{localized.description}</span>
      )}
      <ul className={styles.requirements}>
        {requirements.map(requirement => (
          <Requirement
            key={`${requirement.kind}/${requirement.choiceId}`}
            requirement={requirement}
          />
        ))}
      </ul>
      {requests.length > 0 && (
        <ol
          className={`${looks.muted} ${styles.log}`}
          aria-label={t('phases.gate.log')}
        >
          {requests.map(request => (
            <LogEntry key={request.number} request={request} />
          ))}
        </ol>
      )}
      {dialog === 'ask' && <AskDialog gate={localized} onClose={close} />}
      {dialog === 'decide' && latest && (
        <DecideDialog gate={localized} request={latest} onClose={close} />
      )}
    </li>
  );
}

/** Where somebody says that the work goes on; nothing where there are no gates. */
export function GatesCard() {
  const { t } = useMlLensTranslation();
  const { data } = useGates();
  if (!data || data.items.length === 0) return null;
  return (
    <TitledCard title={t('phases.gate.title')} isRegion>
      <ul className={`${looks.stack} ${looks.lined}`}>
        {data.items.map(state => (
          <Gate key={state.gate.id} state={state} may={data.may} />
        ))}
      </ul>
    </TitledCard>
  );
}
