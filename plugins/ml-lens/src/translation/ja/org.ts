import type { org as en } from '../en/org';

export const org: typeof en = {
  title: 'org',
};
