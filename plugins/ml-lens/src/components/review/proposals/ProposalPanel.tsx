// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Answer, CompiledQuestion } from '@ml-lens/lens-model';
import { RiArrowGoBackLine, RiRobot2Line } from '@remixicon/react';
import { useId, useState } from 'react';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useShortcuts } from '../questions/useShortcuts';
import { type Decide, ProposalItem } from './ProposalItem';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';
import {
  useDecideFirst,
  useDecideProposal,
  useOpenProposals,
  useUndoDecision,
} from './useProposals';

/** A decision made here, for as long as the question is open. */
interface Decided {
  proposalId: string;
  decision: Parameters<Decide>[1];
  /** Revision of the answer after it. */
  revision: number;
}

/** What was decided last, and the way back. */
function LastDecision(props: { decided: Decided; onUndone(): void }) {
  const { decided, onUndone } = props;
  const { t } = useMlLensTranslation();
  const undo = useUndoDecision();
  return (
    <div className={looks.row} role="status">
      <span>{t(`review.proposals.done.${decided.decision}`)}</span>
      <SmallButton
        variant="tertiary"
        iconStart={<RiArrowGoBackLine />}
        isPending={undo.isPending}
        onPress={() => undo.mutate(decided, { onSuccess: onUndone })}
      >
        {t('common.undo')}
      </SmallButton>
    </div>
  );
}

/** What machines propose for a question, beside its answer. */
export function ProposalPanel(props: {
  question: CompiledQuestion;
  answer: Answer;
}) {
  const { question, answer } = props;
  const { canUpdate } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const titleId = useId();
  const proposals = useOpenProposals(question.id);
  const decideFirst = useDecideFirst();
  const { mutate, isPending } = useDecideProposal();
  const [decided, setDecided] = useState<Decided>();
  const [chosen, setChosen] = useState<Record<string, string[]>>({});
  const decide: Decide = (proposal, decision, selectedChoices) =>
    mutate(
      {
        proposal,
        decision,
        ...(selectedChoices && { answer: { selectedChoices } }),
      },
      {
        onSuccess: ({ answer: { revision } }) =>
          setDecided({ proposalId: proposal.id, decision, revision }),
      },
    );
  const first = proposals.at(0);
  const byKey = (decision: 'ACCEPT' | 'REJECT') => {
    const isShown = !decideFirst || (first && chosen[first.id]);
    if (first && isShown && canUpdate && !isPending) decide(first, decision);
  };
  useShortcuts({ a: () => byKey('ACCEPT'), r: () => byKey('REJECT') });
  // An answer given since is not taken back by taking back the decision.
  const isLast = decided?.revision === answer.revision;
  if (!first && !(decided && isLast)) return null;
  return (
    <section
      className={`${looks.loose} ${styles.panel}`}
      aria-labelledby={titleId}
    >
      <h4 id={titleId} className={styles.title}>
        <RiRobot2Line aria-hidden />
        {t('review.proposals.title', { count: proposals.length })}
      </h4>
      {decided && isLast && (
        <LastDecision
          decided={decided}
          onUndone={() => setDecided(undefined)}
        />
      )}
      <ul className={looks.loose}>
        {proposals.map(proposal => (
          <ProposalItem
            key={proposal.id}
            proposal={proposal}
            question={question}
            answer={answer}
            isPending={isPending}
            isFirst={proposal === first}
            chosen={chosen[proposal.id]}
            onChoose={selected =>
              setChosen(before => ({ ...before, [proposal.id]: selected }))
            }
            onDecide={decide}
          />
        ))}
      </ul>
    </section>
  );
}
