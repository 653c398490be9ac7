// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type {
  LensListItem,
  LensVersion,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, ErrorState, LoadingCards, Notice } from '../../shared';
import { HINTED_TABS, useTabHints } from '../../shared/useTabHints';
import { useLensDefinition, useLensItem } from '../hooks/lensQueries';
import { useCompiled } from '../../shared/useCompiled';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { ChangesTab } from './ChangesTab';
import { OlderReviews } from '../upgrade/OlderReviews';
import { ReviewsTab } from '../upgrade/ReviewsTab';
import looks from '../../shared/looks.module.css';
import styles from './LensDetail.module.css';
import { LensHeader } from './LensHeader';
import { OverviewTab } from './OverviewTab';
import { PhasesTab } from './PhasesTab';
import { QuestionsTab } from './QuestionsTab';

const TABS = ['overview', 'phases', 'questions', 'changes', 'reviews'] as const;

function LensTabs(props: {
  item: LensListItem;
  version: LensVersion;
  lens: CompiledLens;
}) {
  const { item, version, lens } = props;
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'tab' | 'question'>();
  const has: Partial<Record<(typeof TABS)[number], boolean>> = {
    phases: lens.phases.length > 0,
    // Reviews are made with what is published.
    reviews: version.status === 'PUBLISHED',
  };
  const tabs = TABS.filter(id => has[id] ?? true);
  const tab = tabs.find(id => id === get('tab')) ?? 'overview';
  const around = useRef<HTMLDivElement>(null);
  useTabHints(around);
  return (
    <div ref={around} className={HINTED_TABS}>
      <Tabs
        selectedKey={tab}
        onSelectionChange={key =>
          set(
            {
              tab: key === 'overview' ? undefined : String(key),
              question: undefined,
            },
            { replace: true },
          )
        }
      >
        <TabList aria-label={t('lenses.detail.tabs')}>
          {tabs.map(id => (
            <Tab key={id} id={id}>
              {t(`lenses.detail.${id}`)}
            </Tab>
          ))}
        </TabList>
        {tabs.map(id => (
          <TabPanel key={id} id={id} className={styles.panel}>
            {id === 'overview' && <OverviewTab lens={lens} version={version} />}
            {id === 'phases' && <PhasesTab lens={lens} />}
            {id === 'questions' && <QuestionsTab lens={lens} />}
            {id === 'changes' && (
              <ChangesTab item={item} version={version} lens={lens} />
            )}
            {id === 'reviews' && <ReviewsTab item={item} version={version} />}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

function VersionView(props: { item: LensListItem; version: LensVersion }) {
  const { item, version } = props;
  const { t } = useMlLensTranslation();
  const { data, error, refetch } = useLensDefinition(item.id, version);
  const lens = useCompiled(data);
  return (
    <>
      <LensHeader item={item} version={version} name={lens?.document.name} />
      {version.status === 'DRAFT' && (
        <Notice status="info" title={t('lenses.detail.draftNote')} />
      )}
      {version.status === 'ARCHIVED' && (
        <Notice status="warning" title={t('lenses.detail.archivedNote')} />
      )}
      {version.status === 'PUBLISHED' && (
        <OlderReviews lensId={item.id} version={version.version} />
      )}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !lens && <LoadingCards rows={2} height={180} />}
      {!error && lens && <LensTabs item={item} version={version} lens={lens} />}
    </>
  );
}

/** One lens: a version of it in full, and what can be done with it. */
export function LensDetail() {
  const { lensId = '' } = useParams();
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'version' | 'tab'>();
  const { data: item, error, refetch } = useLensItem(lensId);

  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (item === undefined) return <LoadingCards rows={3} height={120} />;
  if (item === null) return <ErrorState error={{ statusCode: 404 }} />;

  const wanted = get('version') ?? item.version;
  const version = item.versions.find(one => one.version === wanted);
  return (
    <div className={`${looks.loose} ${styles.page}`}>
      {version ? (
        <VersionView item={item} version={version} />
      ) : (
        <>
          <LensHeader item={item} version={undefined} />
          <EmptyState
            title={t('lenses.detail.missingTitle')}
            text={t('lenses.detail.missingText', { version: wanted })}
            action={
              <Button
                variant="secondary"
                onPress={() => set({ version: undefined }, { replace: true })}
              >
                {t('lenses.detail.showLatest')}
              </Button>
            }
          />
        </>
      )}
    </div>
  );
}
