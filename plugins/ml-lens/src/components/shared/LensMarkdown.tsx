// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { MarkdownContent } from '@backstage/core-components';
import styles from './Quote.module.css';

/** What somebody wrote, in markdown: notes and reasons look alike everywhere. */
export function Quote(props: { text: string }) {
  return <LensMarkdown className={styles.quote} content={props.text} />;
}

/**
 * Guidance and notes. Rendered by Backstage's markdown component, which drops
 * raw HTML; links open in a new tab, so that nobody leaves the page unasked.
 * Pictures are not fetched, only named: a note must not make the browser of
 * whoever reads it call elsewhere.
 */
export function LensMarkdown(props: { content: string; className?: string }) {
  const { content, className } = props;
  return (
    <MarkdownContent
      className={className}
      content={content}
      dialect="gfm"
      linkTarget="_blank"
      transformImageUri={() => ''}
    />
  );
}
