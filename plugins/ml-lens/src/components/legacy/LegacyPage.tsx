import {
  Content,
  Header,
  HeaderTabs,
  Link,
  Page,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { type OrgTab, rootRouteRef } from '../../routes';
import { useMlLensTranslation } from '../../translation';
import { LensesPage } from '../lenses';
import {
  ComparePage,
  GapsPage,
  HeatmapPage,
  InboxPage,
  OverviewPage,
  PlanPage,
  RollupPage,
  TargetsPage,
  TrendPage,
  WorkloadsPage,
} from '../org';
import { carriedParams } from '../org/insights/carry';
import { withSearch } from '../shared/withSearch';
import { NoSuchPage } from '../shared/NoSuchPage';

/** In the order of the tabs of the new frontend system. */
const TABS: { id: OrgTab; element: JSX.Element }[] = [
  { id: 'inbox', element: <InboxPage /> },
  { id: 'plan', element: <PlanPage /> },
  { id: 'overview', element: <OverviewPage /> },
  { id: 'workloads', element: <WorkloadsPage /> },
  { id: 'heatmap', element: <HeatmapPage /> },
  { id: 'gaps', element: <GapsPage /> },
  { id: 'trend', element: <TrendPage /> },
  { id: 'targets', element: <TargetsPage /> },
  { id: 'compare', element: <ComparePage /> },
  { id: 'rollup', element: <RollupPage /> },
  { id: 'lenses', element: <LensesPage /> },
];

/**
 * The organisation's page with the frame of the previous frontend system, which
 * the new one draws by itself.
 */
export function LegacyPage() {
  const { t } = useMlLensTranslation();
  const root = useRouteRef(rootRouteRef)();
  const { pathname, search } = useLocation();
  // Filters hold on every tab.
  const kept = carriedParams(new URLSearchParams(search));
  const pathOf = (id: OrgTab) => withSearch(`${root}/${id}`, kept);
  const selected = TABS.findIndex(
    ({ id }) =>
      pathname === `${root}/${id}` || pathname.startsWith(`${root}/${id}/`),
  );
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <HeaderTabs
        selectedIndex={Math.max(0, selected)}
        tabs={TABS.map(({ id }) => ({
          id,
          label: t(`org.tabs.${id}`),
          tabProps: { component: Link, to: pathOf(id) },
        }))}
      />
      <Content>
        <Routes>
          {TABS.map(({ id, element }) => (
            <Route key={id} path={`${id}/*`} element={element} />
          ))}
          <Route index element={<Navigate to={pathOf('inbox')} replace />} />
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Content>
    </Page>
  );
}
