// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type ReactElement, type ReactNode, useState } from 'react';
import { SmallButton } from './SmallButton';

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
      <SmallButton
        variant={variant}
        iconStart={icon}
        onPress={() => setOpen(true)}
      >
        {label}
      </SmallButton>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
