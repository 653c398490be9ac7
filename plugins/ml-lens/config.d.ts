export interface Config {
  /** ML Lens: reviews of machine-learning workloads. */
  mlLens?: {
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
