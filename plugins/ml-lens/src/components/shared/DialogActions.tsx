// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DialogFooter } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Surface } from './Surface';

/**
 * The buttons below a dialog. They are outside its body, and so are brought the
 * colours of the plugin once more.
 */
export function DialogActions(props: { children: ReactNode }) {
  return (
    <Surface>
      <DialogFooter>{props.children}</DialogFooter>
    </Surface>
  );
}
