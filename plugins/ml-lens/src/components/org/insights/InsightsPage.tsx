// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ComponentType } from 'react';
import { FilterBar } from '../filters/FilterBar';
import { inOrgPage } from '../OrgModel';
import { ViewsMenu } from '../views/ViewsMenu';
import styles from './Insights.module.css';

/** A tab in its frame, with the filters on top of it. */
export function inInsightsPage(Tab: ComponentType) {
  return inOrgPage(() => (
    <>
      <FilterBar actions={<ViewsMenu />} />
      <div className={styles.content}>
        <Tab />
      </div>
    </>
  ));
}
