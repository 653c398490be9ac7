import {
  BreadcrumbEntry,
  type IconElement,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { carriedParams, withSearch } from '../components/org/insights/carry';
import { NoSuchPage } from '../components/shared/NoSuchPage';
import { rootRouteRef } from '../routes';
import { TabPanel } from './TabPanel';
import styles from './TabbedPage.module.css';
import { useMlLensTranslation } from '../translation';

export interface PageTab {
  path: string;
  title?: string;
  icon?: IconElement;
  element: JSX.Element;
}

/** Titles that are translated; one set in the configuration stands as it is. */
const TITLES = {
  Overview: 'org.tabs.overview',
  Workloads: 'org.tabs.workloads',
  Heatmap: 'org.tabs.heatmap',
  Gaps: 'org.tabs.gaps',
  Trend: 'org.tabs.trend',
  Targets: 'org.tabs.targets',
  Compare: 'org.tabs.compare',
  'Roll-up': 'org.tabs.rollup',
  Lenses: 'org.tabs.lenses',
} as const;

/** Header and tabs of the page, in the language of the app. */
export function TabbedPage(props: {
  title: string;
  icon?: IconElement;
  tabs: PageTab[];
}) {
  const { title, icon, tabs } = props;
  const { t } = useMlLensTranslation();
  const titleLink = useRouteRef(rootRouteRef)();
  // Filters hold on every tab.
  const kept = carriedParams(new URLSearchParams(useLocation().search));
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('ml-lens');

  const labelOf = (tab: PageTab) => {
    const key = TITLES[tab.title as keyof typeof TITLES];
    return key ? t(key) : tab.title ?? tab.path;
  };
  return (
    // Around the header too, which is in no landmark of its own.
    <main className={styles.frame}>
      <PageLayout
        title={title}
        icon={icon}
        titleLink={titleLink}
        headerActions={headerActions}
        tabs={tabs.map(tab => ({
          id: tab.path,
          label: labelOf(tab),
          icon: tab.icon,
          href: withSearch(tab.path, kept),
        }))}
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
                  <TabPanel>{tab.element}</TabPanel>
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
