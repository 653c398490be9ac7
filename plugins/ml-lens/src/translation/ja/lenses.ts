import type { lenses as en } from '../en/lenses';

export const lenses: typeof en = {
  title: 'lenses',
};
