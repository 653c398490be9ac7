// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LensMarkdown } from './LensMarkdown';
import styles from './Quote.module.css';

/** What somebody wrote, in markdown: notes and reasons look alike everywhere. */
export function Quote(props: { text: string }) {
  return <LensMarkdown className={styles.quote} content={props.text} />;
}
