// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SmallButton } from './SmallButton';
import { ErrorState } from './States';

/** Below a list that is read page by page: the next one, or why it is not here. */
export function More(props: {
  query: {
    error: unknown;
    hasNextPage: boolean;
    isFetching: boolean;
    fetchNextPage(): unknown;
  };
  label: string;
}) {
  const { error, hasNextPage, isFetching, fetchNextPage } = props.query;
  if (error) {
    return <ErrorState error={error} onRetry={() => fetchNextPage()} />;
  }
  if (!hasNextPage) return null;
  return (
    <SmallButton isDisabled={isFetching} onPress={() => fetchNextPage()}>
      {props.label}
    </SmallButton>
  );
}
