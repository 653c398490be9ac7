// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { coreServices, type ServiceRef } from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

/** The services of Backstage that the plugin works with. */
export const services = {
  actionsRegistry: actionsRegistryServiceRef,
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  events: eventsServiceRef,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  logger: coreServices.logger,
  metrics: metricsServiceRef,
  notifications: notificationService,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  scheduler: coreServices.scheduler,
  signals: signalsServiceRef,
  tracing: tracingServiceRef,
  urlReader: coreServices.urlReader,
  userInfo: coreServices.userInfo,
};

type Instance<Ref> = Ref extends ServiceRef<infer Service, any>
  ? Service
  : never;

/** What they are once the plugin starts. */
export type Services = {
  [Name in keyof typeof services]: Instance<(typeof services)[Name]>;
};
