// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Text } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiEyeOffLine,
  RiInbox2Line,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../translation';
import styles from './States.module.css';
import { failureOf, isWorthRetrying } from './failure';
import { LoadingCards } from './LoadingCards';
import { LoadingState } from './LoadingState';
import { Surface } from './Surface';

function StateView(props: {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
}) {
  const { icon, title, text, action, role } = props;
  return (
    <Surface className={styles.state} role={role}>
      {icon}
      <Text as="h2" variant="title-small" weight="bold">
        {title}
      </Text>
      {text && <div className={styles.text}>{text}</div>}
      {action}
    </Surface>
  );
}

/** Nothing there yet, and what to do about it. */
export function EmptyState(props: {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <StateView
      {...props}
      role="status"
      icon={<RiInbox2Line className={styles.icon} aria-hidden />}
    />
  );
}

/**
 * What went wrong with a request. Hidden and missing look the same, as they do
 * on the server.
 */
export function ErrorState(props: { error: unknown; onRetry?: () => void }) {
  const { error, onRetry } = props;
  const { t } = useMlLensTranslation();
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 403 || status === 404) {
    return (
      <StateView
        role="status"
        icon={<RiEyeOffLine className={styles.icon} aria-hidden />}
        title={t('common.noPermissionTitle')}
        text={t('common.noPermissionText')}
      />
    );
  }
  const failure = failureOf(error);
  const isUnreachable = failure.kind === 'unreachable';
  return (
    <StateView
      role="alert"
      icon={<RiErrorWarningLine className={styles.icon} aria-hidden />}
      title={t(isUnreachable ? 'common.unreachableTitle' : 'common.errorTitle')}
      text={{
        unreachable: () => t('common.unreachableText'),
        unreadable: () =>
          t('common.unreadableText', { status: String(status) }),
        said: () => t('common.errorText', { message: failure.message }),
      }[failure.kind]()}
      action={
        onRetry &&
        isWorthRetrying(error) && (
          <Button variant="secondary" onPress={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}

/** The answer of a query once there is one, else what became of it. */
export function Answered<T>(props: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** Of what is coming. */
  rows?: number;
  height?: number;
  /** Cards are coming, and not what stands in one. */
  isCard?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { query, rows = 1, height = 320, isCard, children } = props;
  const { data, error } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) {
    return <ErrorState error={error} onRetry={() => query.refetch()} />;
  }
  const Shape = isCard ? LoadingCards : LoadingState;
  return <Shape rows={rows} height={height} />;
}
