// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Surface } from './Surface';

/** A dialog that is open for as long as it is drawn. */
export function OpenDialog(props: {
  title: string;
  /** Pixels. */
  width: number;
  height?: string;
  /** Nothing typed would be lost by a click beside it. */
  isDismissable?: boolean;
  onClose(): void;
  children: ReactNode;
}) {
  const { title, onClose, children, ...dialog } = props;
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} {...dialog}>
      <DialogHeader>{title}</DialogHeader>
      {children}
    </Dialog>
  );
}

/**
 * What stands in a dialog, and the buttons below it, which are outside its
 * body, and so are brought the colours of the plugin once more.
 */
export function DialogContent(props: {
  className?: string;
  lang?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { actions, ...body } = props;
  return (
    <>
      <DialogBody>
        <Surface {...body} />
      </DialogBody>
      {actions && (
        <Surface>
          <DialogFooter>{actions}</DialogFooter>
        </Surface>
      )}
    </>
  );
}
