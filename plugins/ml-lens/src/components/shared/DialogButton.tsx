// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { type ReactElement, type ReactNode, useState } from 'react';

/** A button and the dialog it opens, which is given how to close it. */
export function DialogButton(props: {
  label: string;
  icon?: ReactElement;
  variant?: 'primary' | 'secondary' | 'tertiary';
  children: (close: () => void) => ReactNode;
}) {
  const { label, icon, variant = 'secondary', children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant={variant}
        iconStart={icon}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
