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
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { carriedParams } from '../components/org/insights/carry';
import { withSearch } from '../components/shared/withSearch';
import { NoSuchPage } from '../components/shared/NoSuchPage';
import { rootRouteRef } from '../routes';
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
  element: JSX.Element;
}

/** Header and tabs of the page, in the language of the app. */
export function TabbedPage(props: {
  title: string;
  icon?: IconElement;
  tabs: PageTab[];
}) {
  const { title, icon, tabs } = props;
  // Draws the page anew when the language changes.
  useMlLensTranslation();
  const translationApi = useApi(translationApiRef);
  const titleLink = useRouteRef(rootRouteRef)();
  // Filters hold on every tab.
  const kept = carriedParams(new URLSearchParams(useLocation().search));
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
