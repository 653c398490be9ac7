// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  type IconElement,
  PageLayout,
  pluginHeaderActionsApiRef,
  translationApiRef,
  type TranslationRefTuple,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useRef } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { carriedParams } from '../components/org/insights/carry';
import { HINTED_TABS, useTabHints } from '../components/shared/useTabHints';
import { withSearch } from '../components/shared/withSearch';
import { NoSuchPage } from '../components/shared/NoSuchPage';
import { rootRouteRef } from '../routes';
import { SubTabs } from './SubTabs';
import { groupTabs, type TabGroup } from './tabGroups';
import { TabPanel } from './TabPanel';
import styles from './TabbedPage.module.css';
import { useMlLensTranslation } from '../translation';

export interface PageTab {
  path: string;
  /** Stands as it is, in every language. */
  title?: string;
  /** The title where there is none that stands as it is. */
  titleTranslation?: TranslationRefTuple<undefined>;
  icon?: IconElement;
  /** What it is a way to look at, beside others. */
  group?: TabGroup;
  element: JSX.Element;
}

/** Header and tabs of the page, in the language of the app. */
export function TabbedPage(props: {
  title: string;
  icon?: IconElement;
  tabs: PageTab[];
}) {
  const { title, icon, tabs } = props;
  const { t } = useMlLensTranslation();
  const { pathname, search } = useLocation();
  const translationApi = useApi(translationApiRef);
  const titleLink = useRouteRef(rootRouteRef)();
  // Filters hold on every tab.
  const kept = carriedParams(new URLSearchParams(search));
  const root = titleLink.replace(/\/$/, '');
  const isActive = ({ path }: PageTab) =>
    `${pathname}/`.startsWith(`${root}/${path}/`);
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('ml-lens');

  const labelOf = ({ path, title: own, titleTranslation }: PageTab) =>
    own ??
    (titleTranslation &&
      translationApi
        .getTranslation(titleTranslation.ref)
        .t(titleTranslation.key)) ??
    path;
  const headers = groupTabs(tabs, ({ group }) => group);
  const siblings = headers.find(
    ({ group, tabs: together }) => group && together.some(isActive),
  );
  const frame = useRef<HTMLElement>(null);
  useTabHints(frame);
  return (
    // Around the header too, which is in no landmark of its own.
    <main ref={frame} className={`${styles.frame} ${HINTED_TABS}`}>
      <PageLayout
        title={title}
        icon={icon}
        titleLink={titleLink}
        headerActions={headerActions}
        tabs={headers.map(({ group, tabs: [first, ...others] }) => {
          const shown = others.find(isActive) ?? first;
          return {
            id: first.path,
            label: group ? t(`org.tabGroups.${group}`) : labelOf(first),
            icon: first.icon,
            href: withSearch(shown.path, kept),
          };
        })}
      >
        <Routes>
          {tabs.length > 0 && (
            <Route
              index
              element={<Navigate to={withSearch(tabs[0].path, kept)} replace />}
            />
          )}
          {tabs.map(tab => (
            <Route
              key={tab.path}
              path={`${tab.path}/*`}
              element={
                <BreadcrumbEntry
                  entry={{ label: labelOf(tab), href: tab.path }}
                >
                  <TabPanel>
                    {siblings && (
                      <SubTabs
                        label={t(`org.tabGroups.${siblings.group!}`)}
                        tabs={siblings.tabs.map(one => ({
                          id: one.path,
                          label: labelOf(one),
                          href: withSearch(`${root}/${one.path}`, kept),
                          isActive: isActive(one),
                        }))}
                      />
                    )}
                    {tab.element}
                  </TabPanel>
                </BreadcrumbEntry>
              }
            />
          ))}
          <Route
            path="*"
            element={
              <TabPanel>
                <NoSuchPage />
              </TabPanel>
            }
          />
        </Routes>
      </PageLayout>
    </main>
  );
}
