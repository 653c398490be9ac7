import {
  BreadcrumbEntry,
  type IconElement,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { useMlLensTranslation } from '../translation';

export interface PageTab {
  path: string;
  title?: string;
  icon?: IconElement;
  element: JSX.Element;
}

/** Titles that are translated; one set in the configuration stands as it is. */
const TITLES = {
  Workloads: 'org.tabs.workloads',
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
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('ml-lens');

  const labelOf = (tab: PageTab) => {
    const key = TITLES[tab.title as keyof typeof TITLES];
    return key ? t(key) : tab.title ?? tab.path;
  };
  return (
    <PageLayout
      title={title}
      icon={icon}
      titleLink={titleLink}
      headerActions={headerActions}
      tabs={tabs.map(tab => ({
        id: tab.path,
        label: labelOf(tab),
        icon: tab.icon,
        href: tab.path,
      }))}
    >
      <Routes>
        {tabs.length > 0 && (
          <Route index element={<Navigate to={tabs[0].path} replace />} />
        )}
        {tabs.map(tab => (
          <Route
            key={tab.path}
            path={`${tab.path}/*`}
            element={
              <BreadcrumbEntry entry={{ label: labelOf(tab), href: tab.path }}>
                {tab.element}
              </BreadcrumbEntry>
            }
          />
        ))}
      </Routes>
    </PageLayout>
  );
}
