/** Where the notice of the overview leads to. */
export const REPORTS_ID = 'ml-lens-reports';
