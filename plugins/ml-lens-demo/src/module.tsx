import { createFrontendModule } from '@backstage/frontend-plugin-api';

export default createFrontendModule({ pluginId: 'app', extensions: [] });
