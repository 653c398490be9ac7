// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from '@ml-lens/lens-model';
import {
  citationAddress,
  visibleText,
  type Citation,
} from '@ml-lens/lens-model/proposals';
import { ExternalLink } from '../../shared/ExternalLink';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';

/** A text somebody else wrote: shown as it is, and kept from what is around it. */
export function OthersText(props: { text: string }) {
  return <bdi>{visibleText(props.text)}</bdi>;
}

function placeOf(citation: Citation): string {
  if ('url' in citation) return citation.url;
  const { repo, path, lines } = citation;
  const file = `${repo.replace(/^https?:\/\//, '')} ${path}`;
  return lines === undefined ? file : `${file}:${lines}`;
}

/** What a proposal rests on: each quote, and where it stands. */
export function CitationList(props: {
  citations: Citation[];
  question: CompiledQuestion;
}) {
  const { citations, question } = props;
  const { t } = useMlLensTranslation();
  if (citations.length === 0) {
    return <p className={looks.note}>{t('review.proposals.noCitations')}</p>;
  }
  return (
    <ul className={looks.loose} aria-label={t('review.proposals.citations')}>
      {citations.map((citation, index) => {
        const address = citationAddress(citation);
        const place = visibleText(placeOf(citation));
        const practice =
          citation.choiceId && question.choice(citation.choiceId)?.title;
        return (
          <li key={index} className={`${looks.tight} ${styles.citation}`}>
            {practice && <span className={looks.strong}>{practice}</span>}
            <blockquote className={styles.quote}>
              <OthersText text={citation.quote} />
            </blockquote>
            <span className={looks.small}>
              {address ? <ExternalLink url={address} text={place} /> : place}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
