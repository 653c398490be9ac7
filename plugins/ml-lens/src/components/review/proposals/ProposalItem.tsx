// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Answer, type CompiledQuestion } from '@ml-lens/lens-model';
import type { Proposal } from '@ml-lens/lens-model/proposals';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, useFormat, SmallButton } from '../../shared';
import { Who } from '../../shared/Who';
import { useReviewFrame } from '../model';
import { OthersText, CitationList } from './CitationList';
import { PracticeChoices } from './PracticeChoices';
import { PracticeDifferences } from './PracticeDifferences';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';
import { useDecideFirst } from './useProposals';

/** What a reviewer decides on a proposal. */
export type Decide = (
  proposal: Proposal,
  decision: 'ACCEPT' | 'CHANGE' | 'REJECT',
  selectedChoices?: string[],
) => void;

/** Who proposes, for whom, when, and how sure it is. */
function Origin(props: { proposal: Proposal }) {
  const { agent, proposedBy, proposedAt, confidence } = props.proposal;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const name = [agent.name, agent.version].filter(Boolean).join(' ');
  return (
    <p className={`${looks.line} ${styles.origin}`}>
      <strong>
        <OthersText text={name} />
      </strong>
      {agent.model && (
        <span className={looks.muted}>
          <OthersText text={agent.model} />
        </span>
      )}
      <span className={looks.muted}>
        {t('review.proposals.for', {
          who: <Who actor={proposedBy} />,
          when: format.relative(proposedAt),
        })}
      </span>
      {confidence !== null && (
        <span className={looks.muted}>
          {t('review.proposals.confidence', {
            percent: format.percent(confidence),
          })}
        </span>
      )}
    </p>
  );
}

/** One proposal beside the answer, with what it rests on and how to decide. */
export function ProposalItem(props: {
  proposal: Proposal;
  question: CompiledQuestion;
  answer: Answer;
  isPending: boolean;
  /** Decided on with the keys. */
  isFirst: boolean;
  /** What the reviewer chose before it was shown; undefined: not yet. */
  chosen: string[] | undefined;
  onChoose(selected: string[]): void;
  onDecide: Decide;
}) {
  const { proposal, question, answer, isPending, isFirst } = props;
  const { chosen, onChoose, onDecide } = props;
  const { canUpdate } = useReviewFrame();
  const decideFirst = useDecideFirst();
  const { t } = useMlLensTranslation();
  const [draft, setDraft] = useState(answer.selectedChoices);
  const [changed, setChanged] = useState<string[]>();
  if (decideFirst && canUpdate && chosen === undefined) {
    return (
      <li className={`${looks.stack} ${styles.item}`}>
        <p className={looks.note}>{t('review.proposals.chooseFirst')}</p>
        <PracticeChoices
          question={question}
          label={t('review.proposals.yourChoice')}
          selected={draft}
          onChange={setDraft}
        />
        <div className={looks.row}>
          <SmallButton variant="primary" onPress={() => onChoose(draft)}>
            {t('review.proposals.show')}
          </SmallButton>
        </div>
      </li>
    );
  }
  const key = (letter: string) =>
    isFirst && <kbd className={styles.key}>{letter}</kbd>;
  return (
    <li className={`${looks.stack} ${styles.item}`}>
      <Origin proposal={proposal} />
      <PracticeDifferences
        question={question}
        before={
          chosen === undefined
            ? answer
            : { selectedChoices: chosen, notApplicableChoices: [] }
        }
        beforeLabel={t(
          chosen === undefined
            ? 'review.proposals.current'
            : 'review.proposals.yourChoice',
        )}
        proposed={proposal}
      />
      {proposal.notApplicable && (
        <p className={styles.notes}>
          {t('review.proposals.notApplicable', {
            reason: t(`common.reason.${proposal.notApplicable.reason}`),
          })}
        </p>
      )}
      {proposal.notes !== null && (
        <p className={styles.notes}>
          <OthersText text={proposal.notes} />
        </p>
      )}
      <CitationList citations={proposal.citations} question={question} />
      {canUpdate && (
        <div className={looks.row}>
          <SmallButton
            variant="primary"
            iconStart={<RiCheckLine />}
            isPending={isPending}
            onPress={() => onDecide(proposal, 'ACCEPT')}
          >
            {t('review.proposals.accept')}
            {key('a')}
          </SmallButton>
          <SmallButton
            isDisabled={isPending}
            onPress={() => setChanged(chosen ?? proposal.selectedChoices)}
          >
            {t('review.proposals.change')}
          </SmallButton>
          <SmallButton
            variant="tertiary"
            iconStart={<RiCloseLine />}
            isDisabled={isPending}
            onPress={() => onDecide(proposal, 'REJECT')}
          >
            {t('review.proposals.reject')}
            {key('r')}
          </SmallButton>
        </div>
      )}
      {changed && (
        <ActionDialog
          title={t('review.proposals.changeTitle')}
          action={t('review.proposals.changeAction')}
          onAction={() => {
            setChanged(undefined);
            onDecide(proposal, 'CHANGE', changed);
          }}
          onClose={() => setChanged(undefined)}
        >
          <PracticeChoices
            question={question}
            label={question.title}
            selected={changed}
            onChange={setChanged}
          />
        </ActionDialog>
      )}
    </li>
  );
}
