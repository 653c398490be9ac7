// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext } from 'react';
import { I18nProvider } from 'react-aria';
import { useLocale } from '../translation';

/** Answers that will not change by asking again. */
function isFinal(error: unknown) {
  const status = (error as { statusCode?: number }).statusCode;
  return status !== undefined && status >= 400 && status < 500;
}

/** One cache for the tab, the cards and the pages of the plugin. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && !isFinal(error),
    },
    mutations: { retry: false },
  },
});

const ClientContext = createContext(queryClient);

/**
 * Around everything the plugin draws: its cache, and the locale that date
 * pickers and number fields follow, which is otherwise the browser's.
 */
export function PluginProvider(props: {
  children: ReactNode;
  /** Another cache, for everything inside. */
  client?: QueryClient;
}) {
  const around = useContext(ClientContext);
  const { children, client = around } = props;
  return (
    <ClientContext.Provider value={client}>
      <QueryClientProvider client={client}>
        <I18nProvider locale={useLocale()}>{children}</I18nProvider>
      </QueryClientProvider>
    </ClientContext.Provider>
  );
}
