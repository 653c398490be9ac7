export { queryKey } from './keys';
export { mlLensApiRef } from './MlLensApi';
export { PluginProvider } from './PluginProvider';
