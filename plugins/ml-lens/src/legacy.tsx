import { createPlugin } from '@backstage/core-plugin-api';

/** ML Lens for apps on the previous frontend system. @public */
export const mlLensPlugin = createPlugin({ id: 'ml-lens' });
