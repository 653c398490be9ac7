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
  OrgTimelinePage,
  OverviewPage,
  PlanPage,
  RollupPage,
  TargetsPage,
  TrendPage,
  WorkloadsPage,
} from '../org';
import { SubTabs } from '../../extensions/SubTabs';
import { groupTabs, tabGroupOf } from '../../extensions/tabGroups';
import { carriedParams } from '../org/insights/carry';
import { withSearch } from '../shared/withSearch';
import { NoSuchPage } from '../shared/NoSuchPage';

/** In the order of the tabs of the new frontend system. */
const TABS: { id: OrgTab; element: JSX.Element }[] = [
  { id: 'inbox', element: <InboxPage /> },
  { id: 'overview', element: <OverviewPage /> },
  { id: 'workloads', element: <WorkloadsPage /> },
  { id: 'heatmap', element: <HeatmapPage /> },
  { id: 'timeline', element: <OrgTimelinePage /> },
  { id: 'gaps', element: <GapsPage /> },
  { id: 'trend', element: <TrendPage /> },
  { id: 'compare', element: <ComparePage /> },
  { id: 'rollup', element: <RollupPage /> },
  { id: 'plan', element: <PlanPage /> },
  { id: 'targets', element: <TargetsPage /> },
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
  const isActive = ({ id }: { id: OrgTab }) =>
    `${pathname}/`.startsWith(`${root}/${id}/`);
  const headers = groupTabs(TABS, ({ id }) => tabGroupOf(id));
  const selected = headers.findIndex(({ tabs }) => tabs.some(isActive));
  const siblings = headers[selected]?.group ? headers[selected] : undefined;
  const labelOf = (id: OrgTab) =>
    t(`org.tabs.${id === 'plan' ? 'practices' : id}`);
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <HeaderTabs
        selectedIndex={Math.max(0, selected)}
        tabs={headers.map(({ group, tabs: [first, ...others] }) => ({
          id: first.id,
          label: group ? t(`org.tabs.${group}`) : labelOf(first.id),
          tabProps: {
            component: Link,
            to: pathOf((others.find(isActive) ?? first).id),
          },
        }))}
      />
      <Content>
        {siblings && (
          <SubTabs
            label={t(`org.tabs.${siblings.group!}`)}
            tabs={siblings.tabs.map(tab => ({
              id: tab.id,
              label: labelOf(tab.id),
              href: pathOf(tab.id),
              isActive: isActive(tab),
            }))}
          />
        )}
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
