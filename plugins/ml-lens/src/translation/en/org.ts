export const org = {
  title: 'org',
};
