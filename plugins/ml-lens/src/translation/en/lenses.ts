export const lenses = {
  title: 'lenses',
};
