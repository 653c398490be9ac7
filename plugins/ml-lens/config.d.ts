// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /** ML Lens: reviews of machine-learning workloads. */
  mlLens?: {
    /**
     * Lenses of workloads whose entity names none; the pages of the
     * organisation begin with the first. Default: `['aws-ml-lens']`.
     * @minItems 1
     * @items.minLength 1
     * @items.visibility frontend
     * @visibility frontend
     */
    defaultLenses?: string[];

    /**
     * The ladder of maturity levels, lowest first, for lenses that bring none
     * of their own. Default: Initial, Developing from 25, Defined from 50,
     * Managed from 75, Optimizing from 90 without a HIGH risk.
     * @minItems 1
     */
    levels?: Array<{
      /**
       * Name of the level.
       * @minLength 1
       * @maxLength 40
       * @visibility frontend
       */
      name: string;
      /**
       * Lowest score of the level, 0 to 100. The first level starts from 0.
       * @minimum 0
       * @maximum 100
       * @visibility frontend
       */
      from: number;
      /**
       * The figure `from` is of, the same for every level: the whole score (the
       * default), or the readiness, which is of what is due in the phase a
       * review is in.
       * @visibility frontend
       */
      of?: 'score' | 'readiness';
      /**
       * Whether a single HIGH risk keeps a workload out of the level.
       * @visibility frontend
       */
      noHigh?: boolean;
    }>;

    proposals?: {
      /**
       * Whether what machines propose stays hidden until the reviewer has
       * chosen, so that it does not lead them. Default: false.
       * @visibility frontend
       */
      decideFirst?: boolean;
    };

    improvements?: {
      /**
       * Address at which an issue for a practice of the improvement plan is
       * created. `{title}`, `{workload}`, `{question}`, `{choice}` and `{url}`
       * (of the question on the tab) are filled in, encoded. Without it there
       * is no such link.
       *
       * @example https://github.com/acme/ml/issues/new?title={title}&body={url}
       * @visibility frontend
       */
      issueUrlTemplate?: string;

      /**
       * Software template that creates the issue instead, where the app has the
       * scaffolder. Its form is opened with `title`, `description`, `workload`,
       * `entityRef` and `item` filled in; its last step should be
       * `ml-lens:improvement:link`, which writes the issue to the plan.
       *
       * @example template:default/ml-improvement
       * @visibility frontend
       */
      scaffolderTemplate?: string;
    };
  };
}
