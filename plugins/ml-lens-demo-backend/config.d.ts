// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  mlLens?: {
    /** For the demo portal. */
    demo?: {
      /**
       * What people do on the day the demo is first started: a YAML file,
       * relative to the working directory of the backend.
       */
      scene?: string;
      /**
       * What MLflow, SageMaker and Prometheus would say of the models of the
       * demo: a YAML file, relative to the working directory of the backend.
       */
      models?: string;
      /**
       * Who a newcomer can choose to be, by the name sent as `x-demo-user`.
       * Works only with `auth.environment: development`.
       */
      users?: {
        [name: string]: {
          /** The user in the catalog, e.g. `user:default/mika.sato`. */
          entityRef: string;
          /**
           * `platform-engineer` may do everything; `lead` sees everything,
           * approves and manages targets; `developer` changes what they own.
           * Default: `developer`.
           */
          role?: 'platform-engineer' | 'lead' | 'developer';
        };
      };
    };
  };
}
