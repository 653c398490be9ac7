// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router-dom';
import looks from '../components/shared/looks.module.css';
import styles from './TabbedPage.module.css';

/** The ways to look at what a tab of the header is about. */
export function SubTabs(props: {
  label: string;
  tabs: { id: string; label: string; href: string; isActive: boolean }[];
}) {
  const { label, tabs } = props;
  return (
    <nav className={`${looks.line} ${styles.subTabs}`} aria-label={label}>
      {tabs.map(tab => (
        <Link
          key={tab.id}
          to={tab.href}
          aria-current={tab.isActive ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
