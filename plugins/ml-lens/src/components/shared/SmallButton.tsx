// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, type ButtonProps } from '@backstage/ui';

/** The button of pages, cards and rows; of second rank unless said otherwise. */
export function SmallButton(props: ButtonProps) {
  return <Button size="small" variant="secondary" {...props} />;
}
