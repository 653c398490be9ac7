import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { mlLensTranslationRef } from './ref';

/** Texts of the plugin in the language of the app. */
export function useMlLensTranslation() {
  return useTranslationRef(mlLensTranslationRef);
}

/** Language of the app, e.g. `en` or `ja`; follows a change in the settings. */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(() => api.getLanguage().language);
  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);
  return language;
}
