// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Flex } from '@backstage/ui';

/** Content of the message after a move: what is possible, and the way back. */
export function UndoButton(props: {
  text: string;
  label: string;
  onUndo(): void;
}) {
  const { text, label, onUndo } = props;
  return (
    <Flex direction="column" gap="2" align="start">
      <span>{text}</span>
      <Button size="small" variant="secondary" onPress={onUndo}>
        {label}
      </Button>
    </Flex>
  );
}
