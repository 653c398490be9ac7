// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Alert, type AlertProps } from '@backstage/ui';

/** Something to know before reading on, with the sign of how grave it is. */
export function Notice(props: AlertProps) {
  return <Alert icon {...props} />;
}
