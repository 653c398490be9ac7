import { ML_LENS_WORKLOAD_ANNOTATION } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Only entities linked to a workload have what shows it. */
export const linkedToWorkload = {
  [`metadata.annotations.${ML_LENS_WORKLOAD_ANNOTATION}`]: { $exists: true },
};
