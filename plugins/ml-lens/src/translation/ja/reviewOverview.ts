export const reviewOverview = {};
