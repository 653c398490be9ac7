import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useMlLensTranslation } from '../../translation';
import { LensesPage } from '../lenses';
import { RollupPage, WorkloadsPage } from '../org';

/**
 * The organisation's page with the frame of the previous frontend system, which
 * the new one draws by itself.
 */
export function LegacyPage() {
  const { t } = useMlLensTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/workloads" title={t('org.tabs.workloads')}>
          <WorkloadsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/rollup" title={t('org.tabs.rollup')}>
          <RollupPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/lenses" title={t('org.tabs.lenses')}>
          <LensesPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
