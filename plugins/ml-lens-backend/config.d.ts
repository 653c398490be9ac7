export interface Config {
  mlLens?: {
    /**
     * Lenses a workload is reviewed with when its primary entity names none.
     */
    defaultLenses?: string[];
  };
}
