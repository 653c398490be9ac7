// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Skeleton, Text } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiEyeOffLine,
  RiInbox2Line,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../translation';
import looks from './looks.module.css';
import styles from './States.module.css';
import { failureOf } from './failure';
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
        onRetry && (
          <Button variant="secondary" onPress={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}

/** Of the heading of a card, with what is around it. */
const HEADING_HEIGHT = 64;

/** The shape of what is coming, while it is coming. */
export function LoadingState(props: {
  rows?: number;
  height?: number;
  /** Cards are coming, and not what stands in one. */
  isCard?: boolean;
}) {
  const { rows = 3, height = 120, isCard } = props;
  const { t } = useMlLensTranslation();
  return (
    <Surface
      className={styles.skeleton}
      role="status"
      aria-label={t('common.loading')}
    >
      {Array.from({ length: rows }, (_, index) =>
        isCard ? (
          <div key={index} className={`${looks.panel} ${styles.card}`}>
            <Skeleton width="12rem" height={16} />
            <Skeleton width="100%" height={height - HEADING_HEIGHT} />
          </div>
        ) : (
          <Skeleton key={index} width="100%" height={height} />
        ),
      )}
    </Surface>
  );
}

/** The answer of a query once there is one, else what became of it. */
export function Answered<T>(props: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** Of what is coming. */
  rows?: number;
  height?: number;
  isCard?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { query, rows = 1, height = 320, isCard, children } = props;
  const { data, error } = query;
  if (data !== undefined) return <>{children(data)}</>;
  return error ? (
    <ErrorState error={error} onRetry={() => query.refetch()} />
  ) : (
    <LoadingState rows={rows} height={height} isCard={isCard} />
  );
}
