export const review = {
  title: 'review',
};
