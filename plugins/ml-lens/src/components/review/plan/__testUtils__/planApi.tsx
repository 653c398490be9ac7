// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { fetchApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  type EntityReview,
  type Improvement,
  type ReportedEvidence,
  type Waiver,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { compileLens, planImprovements } from '@ml-lens/lens-model';
import { QueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';
import { createFromTemplateRouteRef } from '../../../../externalRoutes';
import { mlLensApiRef, PluginProvider } from '../../../../api';
import { entityContentRouteRef } from '../../../../routes';
import { mlLensApiMock } from '../../../../testing/mlLensApiMock';
import { fixtureLens } from '../../__testUtils__/lens';
import {
  NOW,
  createReviewApi,
  fixtureEntity,
} from '../../__testUtils__/renderReview';
import { EntityReviewContent } from '../../EntityReviewContent';

export { NOW };

export const ME = 'user:default/mika';

export const LABEL = {
  workloadId: 'forecast',
  lensId: 'small-lens',
  questionId: 'label',
};

export interface PlanFixture {
  /** Whether the portal gives badges. */
  badges?: boolean;
  search?: string;
  config?: JsonObject;
  waivers?: Waiver[];
  evidence?: ReportedEvidence[];
  upgradeTo?: EntityReview['upgradeTo'];
  /** What happened to the review, newest first; as much of it as is looked at. */
  history?: { type: string; source: string }[];
  /** Whether the app has the scaffolder. */
  hasScaffolder?: boolean;
}

/** The review fixture with a plan, waivers, evidence and upgrades beside it. */
function createPlanApi(fixture: PlanFixture) {
  const review = createReviewApi();
  const lens = compileLens(fixtureLens, { id: 'small-lens', version: '1' });
  const planned = new Map<string, Partial<Improvement>>();
  const waivers = [...(fixture.waivers ?? [])];

  const entityReview = async (): Promise<EntityReview> => ({
    ...(await review.call('getEntityReview', {
      path: { kind: 'component', namespace: 'default', name: 'forecast' },
    })),
    waivers: waivers.filter(({ status }) =>
      ['REQUESTED', 'APPROVED'].includes(status),
    ),
    upgradeTo: fixture.upgradeTo ?? null,
  });
  const items = async (): Promise<Improvement[]> => {
    const { answers } = (await entityReview()).review!;
    return planImprovements(lens, id => answers[id]).map(practice => ({
      ...practice,
      revision: 0,
      status: 'NOT_STARTED',
      assignee: null,
      dueDate: null,
      link: null,
      updatedAt: null,
      updatedBy: null,
      ...planned.get(practice.choiceId),
      needsAnswer: planned.get(practice.choiceId)?.status === 'COMPLETE',
    }));
  };
  const putImprovement = async ({ path, body }: any) => {
    const before = (await items()).find(
      ({ choiceId }) => choiceId === path.choiceId,
    )!;
    if (before.revision !== body.revision) {
      throw Object.assign(new Error('Stale'), {
        statusCode: 409,
        body: {
          error: { name: 'ConflictError', message: 'Stale' },
          current: before,
          attempted: body,
        },
      });
    }
    planned.set(path.choiceId, {
      ...body,
      revision: body.revision + 1,
      updatedAt: NOW,
      updatedBy: ME,
    });
    return (await items()).find(({ choiceId }) => choiceId === path.choiceId);
  };
  const decide = ({ path, body }: any) => {
    const at = waivers.findIndex(({ id }) => id === path.waiverId);
    waivers[at] = {
      ...waivers[at],
      status: body.decision === 'APPROVE' ? 'APPROVED' : 'REJECTED',
      decidedAt: NOW,
      decidedBy: ME,
    };
    return waivers[at];
  };
  const request = ({ body }: any) => {
    const waiver: Waiver = {
      ...body,
      id: `w${waivers.length}`,
      status: 'REQUESTED',
      requestedAt: NOW,
      requestedBy: ME,
      decidedAt: null,
      decidedBy: null,
      decisionNote: null,
      endedAt: null,
    };
    waivers.unshift(waiver);
    return waiver;
  };
  const preview = async () => {
    const { scorecard } = (await entityReview()).review!;
    return {
      from: { lens: 'small-lens', version: '1' },
      to: { lens: 'small-lens', version: '2' },
      kept: ['clean', 'label'],
      reduced: [],
      added: ['new'],
      dropped: [],
      mapped: [],
      before: scorecard,
      after: scorecard,
    };
  };

  let hasBadge = false;
  const putAll = ({ body }: any) =>
    Promise.all(
      body.items.map(async (ref: any) => {
        const { status, assignee, dueDate, link, revision } = (
          await items()
        ).find(({ choiceId }) => choiceId === ref.choiceId)!;
        await putImprovement({
          path: ref,
          body: { status, assignee, dueDate, link, revision, ...body.set },
        });
        return { ...ref, title: 'Forecast', ok: true };
      }),
    );
  const api = mlLensApiMock(
    {
      getEntityReview: entityReview,
      listImprovements: async () => ({ score: null, items: await items() }),
      putImprovement,
      planMany: async asked => ({ items: await putAll(asked) }),
      listWaivers: () => ({ items: [...waivers] }),
      requestWaiver: request,
      decideWaiver: decide,
      listEvidence: () => ({ items: fixture.evidence ?? [] }),
      listHistory: () => ({ items: fixture.history ?? [], pageInfo: {} }),
      undoUpgrade: preview,
      previewUpgrade: preview,
      upgradeReview: preview,
      getBadge: () => ({
        enabled: fixture.badges ?? false,
        badge: hasBadge
          ? { createdAt: NOW, createdBy: 'user:default/mika' }
          : null,
      }),
      createBadge: () => {
        hasBadge = true;
        return { path: '/badges/token.svg', createdAt: NOW };
      },
      deleteBadge: () => {
        hasBadge = false;
      },
      getLens: async () => (await entityReview()).lens,
    },
    review.call,
  );
  return {
    ...api,
    /** Somebody else plans the first practice of labelling. */
    changeElsewhere: (change: Partial<Improvement>) =>
      planned.set('label_1', {
        revision: 1,
        updatedBy: 'user:default/lena',
        updatedAt: NOW,
        ...change,
      }),
  };
}

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

/** The tab of an entity, on its plan unless told otherwise. */
export async function renderPlan(fixture: PlanFixture = {}) {
  const { search = '?view=plan', config = {} } = fixture;
  const api = createPlanApi(fixture);
  const toasts: { title: unknown }[] = [];
  await renderInTestApp(
    <EntityProvider entity={fixtureEntity}>
      <PluginProvider
        client={
          new QueryClient({ defaultOptions: { queries: { retry: false } } })
        }
      >
        <EntityReviewContent />
      </PluginProvider>
      <Address />
    </EntityProvider>,
    {
      apis: [
        [mlLensApiRef, api],
        mockApis.identity({ userEntityRef: ME }),
        [fetchApiRef, { fetch: async () => new Response('<svg/>') }],
        [
          toastApiRef,
          {
            post: toast => {
              toasts.push(toast);
              return { close() {} };
            },
          },
        ],
      ],
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        ...config,
      },
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tab': entityContentRouteRef,
        ...(fixture.hasScaffolder && {
          '/create/templates/:namespace/:templateName':
            createFromTemplateRouteRef,
        }),
      },
      initialRouteEntries: [`/${search}`],
    },
  );
  return { api, toasts };
}
