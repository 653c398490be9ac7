// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
import { SubTabs } from '../../extensions/SubTabs';
import { orgTabs } from '../../extensions/orgTabs';
import { groupTabs } from '../../extensions/tabGroups';
import { carriedParams } from '../org/insights/carry';
import { withSearch } from '../shared/withSearch';
import { NoSuchPage } from '../shared/NoSuchPage';

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
  const isActive = ({ name }: { name: OrgTab }) =>
    `${pathname}/`.startsWith(`${root}/${name}/`);
  const headers = groupTabs(orgTabs, ({ group }) => group);
  const selected = headers.findIndex(({ tabs }) => tabs.some(isActive));
  const siblings = headers[selected]?.group ? headers[selected] : undefined;
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <HeaderTabs
        selectedIndex={Math.max(0, selected)}
        tabs={headers.map(({ group, tabs: [first, ...others] }) => ({
          id: first.name,
          label: group
            ? t(`org.tabGroups.${group}`)
            : t(`org.tabs.${first.name}`),
          tabProps: {
            component: Link,
            to: pathOf((others.find(isActive) ?? first).name),
          },
        }))}
      />
      <Content>
        {siblings && (
          <SubTabs
            label={t(`org.tabGroups.${siblings.group!}`)}
            tabs={siblings.tabs.map(tab => ({
              id: tab.name,
              label: t(`org.tabs.${tab.name}`),
              href: pathOf(tab.name),
              isActive: isActive(tab),
            }))}
          />
        )}
        <Routes>
          {orgTabs.map(({ name, page }) => (
            <Route key={name} path={`${name}/*`} element={page} />
          ))}
          <Route index element={<Navigate to={pathOf('inbox')} replace />} />
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Content>
    </Page>
  );
}
