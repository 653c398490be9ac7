import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

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

export function QueryProvider(props: {
  children: ReactNode;
  client?: QueryClient;
}) {
  const { children, client = queryClient } = props;
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
